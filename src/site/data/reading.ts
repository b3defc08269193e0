// Notes what the page that is being rendered was built from, and the site's revision at that moment.
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Reading {
  /** The transaction in which everything on the page is read, so that it is of one moment. */
  transactionID: string
  /** The site's revision at that moment. */
  revision: string
  /** What the page depends on; see domain/cacheTags. */
  tags: Set<string>
  /** False once something was read that no tag covers, a draft for instance: the page is for this request alone. */
  storable: boolean
}

const readings = new AsyncLocalStorage<Reading>()

/** Every query inside `render`, however deep, belongs to the reading. */
export const duringReading = <Result>(
  reading: Reading,
  render: () => Promise<Result>,
): Promise<Result> => readings.run(reading, render)

/** Undefined outside of a page, in a route that streams a file for instance. */
export const currentReading = (): Reading | undefined => readings.getStore()

/** Notes what the page depends on, beside what its queries have noted. */
export function addTag(...tags: string[]): void {
  for (const tag of tags) currentReading()?.tags.add(tag)
}

/** The page is never stored: it shows something that is not for everybody, or no tag tells when it changes. */
export function doNotStore(): void {
  const reading = currentReading()
  if (reading) reading.storable = false
}
