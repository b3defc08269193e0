// Builds every public address: pages, feeds, markup and redirects ask this file (site/engines/queries.ts repeats four of
// them in SQL, for long lists).
import { LIMITS } from './limits'

export const homePath = '/'
export const aboutPath = '/about'
export const searchPath = '/search'
export const questionsPath = '/questions'
/** The permanent address of one answer; it leads to the article that carries it. */
export const questionPath = (anchor: string): string => `${questionsPath}/${anchor}`
/** `feed.xml` and so on, of the whole site or of what a category's path begins with. */
export const feedPath = (name: string, shelf = ''): string => `${shelf}/${name}`

export const articlePath = (slug: string): string => `/${slug}`
export const categoryPath = (slug: string): string => `/category/${slug}`
export const topicPath = (slug: string): string => `/topic/${slug}`
export const authorPath = (slug: string): string => `/author/${slug}`
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
/** The id of an FAQ item's element on a page; other elements keep away from ids that begin like this. */
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
  | { code: 'pathReserved'; segment: string }

/** Why `path` cannot be an article's address; empty when it can. Says nothing about who has it already. */
export const pathIssues = (path: string): PathIssue[] => issuesOf(path, /^[a-z0-9-]*$/)

/** Why nothing can lead on from `path`, made by `formerPath`: before this site there were names of files, and any letters. */
export const formerPathIssues = (path: string): PathIssue[] =>
  issuesOf(path, /^(?!\.{1,2}$)(?:[a-z0-9._~!$&'()+,;=@-]|%[0-9a-f]{2})*$/)

/** Names of hidden files, and of all files but documents: programs that look for holes try them by the thousand. */
const TRIED_BY_PROGRAMS = /\/\.|\.(?!(?:x?html?|md|pdf)$)[a-z0-9]{1,5}$/

/** Whether a visitor may have known `path`, in its normal form, as a page's: of this site, or of one before it. */
export const maybeFormerPath = (path: string): boolean =>
  formerPathIssues(path).length === 0 && !TRIED_BY_PROGRAMS.test(path)

/** @param allowed what one segment may be */
function issuesOf(path: string, allowed: RegExp): PathIssue[] {
  if (path === '' || path === '/') return [{ code: 'pathMissing' }]
  const segments = path.replace(/^\//, '').split('/')
  const [first = ''] = segments
  const reserved = RESERVED_SEGMENTS.has(first.toLowerCase())
  const issues: PathIssue[] = []
  if (!path.startsWith('/')) issues.push({ code: 'pathWithoutLeadingSlash' })
  if (path.length > LIMITS.path) {
    issues.push({ code: 'pathTooLong', length: path.length, max: LIMITS.path })
  }
  if (reserved) issues.push({ code: 'pathReserved', segment: first })
  if (segments.includes('')) issues.push({ code: 'pathSegmentEmpty' })
  for (const segment of segments.slice(reserved ? 1 : 0)) {
    if (!allowed.test(segment)) issues.push({ code: 'pathSegmentInvalid', segment })
  }
  return issues
}

const decodePlainCharacter = (escape: string): string => {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
  return /[a-z0-9-]/i.test(character) ? character : escape
}

/**
 * The one address that a requested path's variants lead to: lower case, no trailing or doubled slash, no index file,
 * no needless percent-encoding (RFC 3986, 6.2.2). A path that is its own result is normal. The result begins with
 * exactly one slash, so a redirect to it never leaves the site.
 */
export function normalizePath(requested: string): string {
  const path = requested
    .replace(/%[0-9a-f]{2}/gi, decodePlainCharacter)
    .toLowerCase()
    .replace(/[\\/]+/g, '/')
    .replace(/(\/index\.(html?|php))+\/?$/, '/')
    .replace(/^\/|\/$/g, '')
  return `/${path}`
}

/** The one address under which browsers ask for one that a site had before, as somebody wrote it down. */
export const formerPath = (written: string): string =>
  normalizePath(
    written.replace(/[^!-~]+/g, (letters) =>
      encodeURIComponent(letters.replace(/\p{Cs}/gu, '\ufffd')),
    ),
  )
