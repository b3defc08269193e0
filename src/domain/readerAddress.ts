// From what a reader's browser asks for to the one address that a page is stored under. The front asks before anything else.
import { normalizePath } from './paths'

export type ReaderAddress =
  /** A page of the site; `address` is its path, with the page number of a list where there is one. */
  | { kind: 'page'; address: string }
  /** A file that never changes under its name. */
  | { kind: 'file'; address: string }
  /** A variant of `location`, which is where it leads for good. */
  | { kind: 'variant'; location: string }
  /** Answered anew each time: the panel, its API, images, previews, searches. */
  | { kind: 'pass'; path: string }
  | { kind: 'malformed' }
  | { kind: 'tooLong' }

/** RFC 9110, 4.1 asks for 8000 as the least; no address of this site is a tenth of that, and a search may be long. */
export const MOST_TARGET_CHARACTERS = 8000

/** First segments whose answers are not stored. */
const PASSED: ReadonlySet<string> = new Set([
  ...['_next', 'admin', 'api', 'media', 'preview', 'review', 'search'],
])
const FILES = 'assets'

/** What advertisers and mailers append; no page reads them. */
const TRACKING =
  /^(utm_.*|mtm_.*|pk_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hs\w+|ref)$/

const PAGE_NUMBER = /^[1-9]\d{0,5}$/

/** @param target of the request line: a path with its query, or the absolute form that proxies send (RFC 9112, 3.2.2) */
export function readerAddress(target: string): ReaderAddress {
  if (target.length > MOST_TARGET_CHARACTERS) return { kind: 'tooLong' }
  const [path = '', search = ''] = halves(target.replace(/^https?:\/\/[^/?#]*/i, ''))
  if (!isWellFormed(path)) return { kind: 'malformed' }
  const [, first = ''] = path.split('/')
  if (PASSED.has(first)) return { kind: 'pass', path }
  const normal = normalizePath(path)
  if (normal !== path) return { kind: 'variant', location: normal + search }
  if (first === FILES) return { kind: 'file', address: path }
  const page = pageOf(search)
  if (page === undefined) return { kind: 'pass', path }
  return { kind: 'page', address: path + page }
}

function halves(target: string): [string, string] {
  const [whole = ''] = target.split('#')
  const at = whole.indexOf('?')
  return at < 0 ? [whole || '/', ''] : [whole.slice(0, at) || '/', whole.slice(at)]
}

/** Starts at the root, decodes as UTF-8, and hides no control characters. */
function isWellFormed(path: string): boolean {
  if (!path.startsWith('/')) return false
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** The part of the query that chooses a page; undefined when there is something in it that only the page can judge. */
function pageOf(search: string): string | undefined {
  const asked = [...new URLSearchParams(search)].filter(([name]) => !TRACKING.test(name))
  const [[name, value] = ['', '']] = asked
  if (asked.length === 0) return ''
  return asked.length === 1 && name === 'page' && PAGE_NUMBER.test(value)
    ? `?page=${value}`
    : undefined
}
