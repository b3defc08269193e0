// Makes the entries of a list of the dashboard: documents by their titles.
import type { Payload } from 'payload'
import { titlesOf, type DocumentKey } from '@/cms/records/titles'
import type { Instant } from '@/domain/time/instant'
import type { Shown } from './lists'

/** As many as anybody reads; what is beyond shows as "and more". */
export const MOST = 100

export interface Entry extends DocumentKey {
  title: string
  /** The moment that matters in this list. */
  at: Instant
  detail?: string
  /** A reason to worry about this one. */
  warns?: boolean
}

export interface ShownList extends Omit<Shown, 'roles'> {
  entries: Entry[]
  hasMore: boolean
}

/** What lies in the trash has no title here, and so drops out of every list. */
export async function entriesOf(
  payload: Payload,
  documents: readonly Omit<Entry, 'title'>[],
): Promise<Entry[]> {
  const titleOf = await titlesOf(payload, documents)
  return documents.flatMap((document) => {
    const title = titleOf(document)
    return title === undefined ? [] : [{ ...document, title }]
  })
}

export const shownList = (
  { all, begin, empty, heading, moment, name, warns }: Shown,
  entries: Entry[],
  hasMore = false,
): ShownList => ({ all, begin, empty, heading, moment, name, warns, entries, hasMore })
