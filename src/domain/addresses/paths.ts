// Builds and checks every public address: pages, feeds, markup and redirects use this file (site/discovery/queries.ts
// repeats four of them in SQL, for long lists).
import { areLetters, areOfOneScript } from './letters'
import { LIMITS } from '../access/limits'

export const homePath = '/'
export const aboutPath = '/about'
export const searchPath = '/search'
export const questionsPath = '/questions'
/** The permanent address of one answer; it redirects to the article that carries the answer. */
export const questionPath = (anchor: string): string => `${questionsPath}/${anchor}`
/** `feed.xml` and so on, of the whole site or of what a category's path begins with. */
export const feedPath = (name: string, term = ''): string => `${term}/${name}`

export const articlePath = (slug: string): string => `/${slug}`
export const categoryPath = (slug: string): string => `/category/${slug}`
export const topicPath = (slug: string): string => `/topic/${slug}`
export const authorPath = (slug: string): string => `/author/${slug}`
/** Whether a category, a topic or an author may have `path` as its address. */
export const isTermPath = (path: string): boolean =>
  /^\/(?:category|topic|author)\/[^/]+$/.test(path)
export const mediaPath = (filename: string): string => `/media/${encodeURIComponent(filename)}`
/** The same article as Markdown. */
export const markdownPath = (path: string): string => `${path}.md`
/** @param part counted from 1, of the articles or of all other pages */
export const sitemapPartPath = (part: number, of: 'articles' | 'pages'): string =>
  `/sitemaps/${of === 'pages' ? 'pages-' : ''}${part}.xml`
/** @param id of the article whose working version is shown */
export const previewPath = (id: number): string => `/preview/${id}`
/** @param token see src/reviewToken.ts */
export const reviewPath = (token: string): string => `/review/${token}`
export const previewScriptPath = '/assets/preview.js'
/** @param hash lower-case hexadecimal, so that the address is its own normal form */
export const stylesheetPath = (hash: string): string => `/assets/site-${hash}.css`
/** @param hash as of the stylesheet */
export const iconPath = (hash: string, form: 'svg' | 'png'): string =>
  `/assets/icon-${hash}.${form}`

const FAQ_ANCHOR_PREFIX = 'faq-'
/** The id of an FAQ item's element on a page; no other element has an id that begins like this. */
export const faqAnchorId = (anchor: string): string => `${FAQ_ANCHOR_PREFIX}${anchor}`
export const isFaqAnchorId = (id: string): boolean => id.startsWith(FAQ_ANCHOR_PREFIX)

/**
 * @param origin the public origin, e.g. `https://example.org`
 * @param pathOrUrl a path on this site, or an absolute URL, which stays as it is
 * @throws TypeError when the two do not make a URL
 */
export const absoluteUrl = (origin: string, pathOrUrl: string): string =>
  new URL(pathOrUrl, origin).href

/** First segments that belong to the site itself; an article's path may not begin with one. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  '_next',
  '.well-known',
  'about',
  'admin',
  'api',
  'assets',
  'atom.xml',
  'author',
  'category',
  'favicon.ico',
  'feed.json',
  'feed.xml',
  'healthz',
  'llms.txt',
  'manifest.webmanifest',
  'media',
  'opensearch.xml',
  'preview',
  'questions',
  'questions.json',
  'readyz',
  'review',
  'robots.txt',
  'search',
  'sitemap.xml',
  'sitemaps',
  'topic',
])

/** One reason why an article may not have a path. */
export type PathIssue =
  | { code: 'pathMissing' }
  | { code: 'pathWithoutLeadingSlash' }
  | { code: 'pathTooLong'; length: number; max: number }
  | { code: 'pathSegmentEmpty' }
  | { code: 'pathSegmentInvalid'; segment: string }
  /** Letters of several scripts, some of which look like one another. */
  | { code: 'pathSegmentMixed'; segment: string }
  | { code: 'pathReserved'; segment: string }

/** Why `path` cannot be an article's address; empty when it can. Does not check whether another document has it already. */
export const pathIssues = (path: string): PathIssue[] => issuesOf(path, wordIssue)

/** Why `slug`, in its normal form, cannot be the last part of an address that an editor typed; empty when it can. */
export function slugIssues(slug: string): PathIssue[] {
  const { length } = shownPath(slug)
  const issue = wordIssue(slug)
  return [
    ...(length > LIMITS.slug ? [{ code: 'pathTooLong', length, max: LIMITS.slug } as const] : []),
    ...(issue ? [issue] : []),
  ]
}

const PLAIN = /^[a-z0-9-]*$/
/** As `normalizePath` leaves letters that are not ASCII. */
const ENCODED = /^(?:[a-z0-9-]|%[89a-f][0-9a-f])*$/

/** Of a part of an address that an article or a page may have: words in any script. */
function wordIssue(segment: string): PathIssue | undefined {
  if (PLAIN.test(segment)) return undefined
  const letters = ENCODED.test(segment) ? shownPath(segment) : segment
  if (letters === segment || !areLetters(letters))
    return { code: 'pathSegmentInvalid', segment: letters }
  return areOfOneScript(letters) ? undefined : { code: 'pathSegmentMixed', segment: letters }
}

/** An address with its letters as people read them. */
export function shownPath(path: string): string {
  return path.replace(ENCODED_LETTERS, lettersOf)
}

const ENCODED_LETTERS = /(?:%[89a-f][0-9a-f])+/gi

/** Bytes that are no UTF-8 stay as they are. */
function lettersOf(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes
  }
}

/** Why `path`, made by `formerPath`, cannot be redirected: before this site there were names of files, and any letters. */
export const formerPathIssues = (path: string): PathIssue[] =>
  issuesOf(path, (segment) =>
    FORMER_SEGMENT.test(segment) ? undefined : { code: 'pathSegmentInvalid', segment },
  )

const FORMER_SEGMENT = /^(?!\.{1,2}$)(?:[a-z0-9._~!$&'()+,;=@-]|%[0-9a-f]{2})*$/

/** Names of hidden files, and of all files but documents: programs that look for holes try them by the thousand. */
const TRIED_BY_PROGRAMS = /\/\.|\.(?!(?:x?html?|md|pdf)$)[a-z0-9]{1,5}$/

/** Whether a visitor may have known `path`, in its normal form, as a page's: of this site, or of one before it. */
export const maybeFormerPath = (path: string): boolean =>
  formerPathIssues(path).length === 0 && !TRIED_BY_PROGRAMS.test(path)

/** @param segmentIssue what is wrong with one part */
function issuesOf(
  path: string,
  segmentIssue: (segment: string) => PathIssue | undefined,
): PathIssue[] {
  if (path === '' || path === '/') return [{ code: 'pathMissing' }]
  const segments = path.replace(/^\//, '').split('/')
  const [first = ''] = segments
  const reserved = RESERVED_SEGMENTS.has(first.toLowerCase())
  const issues: PathIssue[] = []
  if (!path.startsWith('/')) issues.push({ code: 'pathWithoutLeadingSlash' })
  const { length } = shownPath(path)
  if (length > LIMITS.path) issues.push({ code: 'pathTooLong', length, max: LIMITS.path })
  if (reserved) issues.push({ code: 'pathReserved', segment: first })
  if (segments.includes('')) issues.push({ code: 'pathSegmentEmpty' })
  return [
    ...issues,
    ...segments.slice(reserved ? 1 : 0).flatMap((part) => segmentIssue(part) ?? []),
  ]
}

const decodePlainCharacter = (escape: string): string => {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
  return /[a-z0-9-]/i.test(character) ? character : escape
}

/** Letters in their one form, and percent-encoded where they are not ASCII (RFC 3987, 3.1). */
const encoded = (letters: string): string =>
  letters
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\0-\x7f]+/g, (run) => encodeURIComponent(run.replace(/\p{Cs}/gu, '\ufffd')))
    .toLowerCase()

/**
 * The one address that a requested path's variants redirect to: lower case, no trailing or doubled slash, no index
 * file, no needless percent-encoding (RFC 3986, 6.2.2), letters that are not ASCII composed and encoded. A path that is
 * its own result is normal. The result begins with exactly one slash, so a redirect to it never leaves the site.
 */
export function normalizePath(requested: string): string {
  const isPlain = /^[\0-\x7f]*$/.test(requested) && !/%[89a-f]/i.test(requested)
  const plain = requested.replace(/%[0-9a-f]{2}/gi, decodePlainCharacter)
  const path = (isPlain ? plain.toLowerCase() : encoded(shownPath(plain)))
    .replace(/[\\/]+/g, '/')
    .replace(/(\/index\.(html?|php))+\/?$/, '/')
    .replace(/^\/|\/$/g, '')
  return `/${path}`
}

/** The same for the last part of an address alone, as it is typed or asked for. */
export const normalizeSlug = (typed: string): string => normalizePath(typed.trim()).slice(1)

/** The one address under which browsers ask for one that a site had before, as an editor wrote it down. */
export const formerPath = (written: string): string =>
  normalizePath(
    written.replace(/[^!-~]+/g, (letters) =>
      encodeURIComponent(letters.normalize('NFC').replace(/\p{Cs}/gu, '\ufffd')),
    ),
  )
