// Turns the target of a reader's request into the one address that a page is stored under. The page server does this first.
import { withoutFirstPage } from './pageNumber'
import { normalizePath } from './paths'
import { oldAddress } from './redirectFrom'

export type ReaderAddress =
  /**
   * A page of the site; `address` is its path, with the page number of a list where there is one. `query` is the rest
   * of the request's query, for the target of a redirect; `old` the address that it names where another system made it.
   */
  | { kind: 'page'; address: string; query?: string; old?: string }
  /** A file that comes with the site. */
  | { kind: 'file'; address: string }
  /** A variant of `location`, to which it redirects permanently. */
  | { kind: 'variant'; location: string }
  /** Answered anew each time: the panel, its API, images, previews, searches. `target` is in origin form. */
  | { kind: 'pass'; path: string; target: string }
  | { kind: 'malformed' }
  | { kind: 'tooLong' }

/** RFC 9110, 4.1 asks for 8000 as the least; no address of this site is a tenth of that, and a search may be long. */
export const MAX_TARGET_CHARACTERS = 8000

/** First segments whose answers are not stored. */
const PASSED: ReadonlySet<string> = new Set([
  '_next',
  'admin',
  'api',
  'media',
  'preview',
  'review',
  'search',
])
/** First segments of files that come with the site. */
const FILES: ReadonlySet<string> = new Set(['assets', 'favicon.ico'])

const PAGE_NUMBER = /^[1-9]\d{0,5}$/
/** In the place of every number that is none: the same "not found" for all of them. */
const NO_PAGE = 0

/** A browser resolves these itself; the site would too, and so find one page at any number of addresses. */
const DOT_SEGMENT = /[\\/](?:\.|%2e){1,2}(?=[\\/]|$)/i

/** @param target of the request line: a path with its query, or the absolute form that proxies send (RFC 9112, 3.2.2) */
export function readerAddress(target: string): ReaderAddress {
  if (target.length > MAX_TARGET_CHARACTERS) return { kind: 'tooLong' }
  const [path = '', search = ''] = halves(inAscii(target).replace(/^https?:\/\/[^/?#]*/i, ''))
  if (!isWellFormed(path)) return { kind: 'malformed' }
  const [, first = ''] = path.split('/')
  if (PASSED.has(first)) return { kind: 'pass', path, target: path + search }
  const normal = normalizePath(path)
  if (normal !== path) return { kind: 'variant', location: normal + withoutFirstPage(search) }
  if (FILES.has(first)) return { kind: 'file', address: path }
  const page: ReaderAddress = { kind: 'page', address: path + pageOf(search) }
  if (search.length < 2) return page
  return { ...page, query: withoutNumber(search), old: oldAddress(path, search) }
}

/** Bytes of letters that were sent as they are, one character for each, as a browser would have encoded them. */
const inAscii = (target: string): string =>
  target.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)

function halves(target: string): [string, string] {
  const [whole = ''] = target.split('#')
  const at = whole.indexOf('?')
  return at < 0 ? [whole || '/', ''] : [whole.slice(0, at) || '/', whole.slice(at)]
}

/** Starts at the root, goes nowhere but down, decodes as UTF-8, and hides no control characters. */
function isWellFormed(path: string): boolean {
  if (!path.startsWith('/') || DOT_SEGMENT.test(path)) return false
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

const withoutNumber = (search: string): string => {
  const parts = search.slice(1).split('&')
  const others = parts.filter((part) => part !== '' && !/^page(=|$)/.test(part))
  return others.length > 0 ? `?${others.join('&')}` : ''
}

/** Of the query only this is read by pages; whatever else is appended to an address makes it no other one. */
function pageOf(search: string): string {
  const asked = new URLSearchParams(search).getAll('page')
  if (asked.length === 0) return ''
  const [value = ''] = asked
  return `?page=${asked.length === 1 && PAGE_NUMBER.test(value) ? value : NO_PAGE}`
}
