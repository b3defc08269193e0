// Readers in the background of a fault run: a few connections that ask for stored pages all the time and note each answer.
import { setTimeout as sleep } from 'node:timers/promises'

const READERS = 3
const PAUSE_MS = 10
/** Who waits longer than this has gone. */
const PATIENCE_MS = 5000

export interface Noted {
  answers: number
  /** What was not a whole page within the time, with the reason. */
  failures: string[]
  /** Of all answers, in milliseconds. */
  slowest: number
}

export interface Page {
  path: string
  /** What is wrong with these bytes; undefined when nothing is. */
  wrong?: (text: string) => string | undefined
}

const isWhole = (text: string): string | undefined =>
  text.trimEnd().endsWith('</html>') ? undefined : 'the page is not whole'

export class Readers {
  readonly #urls: readonly string[]
  readonly #pages: readonly Page[]
  readonly #stopped = new AbortController()
  #noted: Noted = { answers: 0, failures: [], slowest: 0 }
  #reading: Promise<unknown> | undefined

  /** @param urls instances; who finds one closed asks the next, as a proxy in front of them does */
  constructor(urls: readonly string[], pages: readonly Page[]) {
    this.#urls = urls
    this.#pages = pages
  }

  start(): void {
    this.#reading = Promise.all(Array.from({ length: READERS }, (_, n) => this.#read(n)))
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#reading
  }

  /** Everything since the last call. */
  take(): Noted {
    const noted = this.#noted
    this.#noted = { answers: 0, failures: [], slowest: 0 }
    return noted
  }

  async #read(first: number): Promise<void> {
    for (let n = first; !this.#stopped.signal.aborted; n++) {
      const page = this.#pages[n % this.#pages.length]
      if (page) await this.#ask(page, n)
      await sleep(PAUSE_MS)
    }
  }

  async #ask({ path, wrong }: Page, n: number): Promise<void> {
    const start = performance.now()
    const failure = await this.#answer(path, n, wrong ?? (() => undefined))
    const ms = performance.now() - start
    this.#noted.answers += 1
    this.#noted.slowest = Math.max(this.#noted.slowest, ms)
    if (failure) this.#noted.failures.push(`${path}: ${failure} after ${Math.round(ms)} ms`)
  }

  async #answer(
    path: string,
    n: number,
    wrong: NonNullable<Page['wrong']>,
  ): Promise<string | undefined> {
    let failure: string | undefined
    for (let tried = 0; tried < this.#urls.length; tried++) {
      const url = this.#urls[(n + tried) % this.#urls.length] ?? ''
      try {
        const answer = await fetch(url + path, { signal: AbortSignal.timeout(PATIENCE_MS) })
        const text = await answer.text()
        return answer.status === 200
          ? (isWhole(text) ?? wrong(text))
          : `${url} answered ${answer.status}`
      } catch (error) {
        failure = String(error)
        // Only a connection that breaks is tried again elsewhere.
        if ((error as Error).name === 'TimeoutError') return failure
      }
    }
    return failure
  }
}
