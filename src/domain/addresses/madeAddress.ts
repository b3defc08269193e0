// Decides whether an address follows the title or stays: one rule for articles, pages, categories, topics and authors.
import { slugify } from './slug'

/** A document's title and address, as stored or as sent; undefined: not sent. */
export interface Titled {
  title?: string | null
  address?: string | null
}

export interface Stored extends Titled {
  /** It was written by hand, or readers have had it. */
  isFixed: boolean
  /** Readers have had it. */
  wasLive: boolean
}

/**
 * `make`: from the words of the title, the first such address that is free; `keep`: as it is. `isFixed` says whether the
 * title can still change it.
 */
export type NextAddress =
  | { make: string; isFixed: false }
  | { keep: string; isFixed: boolean }
  /** There is neither a title nor an address yet. */
  | { isFixed: false }

/** @param stored undefined for a new document, and for a copy: that has a title and an address of its own */
export function nextAddress(stored: Stored | undefined, sent: Titled): NextAddress {
  const before = stored?.address || undefined
  const typed = sent.address || undefined
  if (typed !== undefined && typed !== before) return { keep: typed, isFixed: true }
  const isEmptied = stored !== undefined && sent.address !== undefined && typed === undefined
  if (before !== undefined && (stored?.wasLive || (stored?.isFixed && !isEmptied)))
    return { keep: before, isFixed: true }
  const words = slugify(sent.title ?? stored?.title ?? '')
  if (words === '')
    return before === undefined ? { isFixed: false } : { keep: before, isFixed: false }
  const follows = isEmptied || before === undefined || words !== slugify(stored?.title ?? '')
  return follows ? { make: words, isFixed: false } : { keep: before, isFixed: false }
}

/**
 * What may be tried for words in turn, until one is free: `search`, `search-2`, `search-3` …
 * @param from 0 for the first ones, 1 for those after them, and so on
 */
export function candidates(words: string, from: number): string[] {
  return Array.from({ length: CANDIDATES }, (_, at) => {
    const number = from * CANDIDATES + at + 1
    return number === 1 ? words : `${words}-${number}`
  })
}

const CANDIDATES = 20
