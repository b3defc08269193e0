// Normalises, checks and matches the source of a redirect: an address, an address with a query as other systems have
// them, or all addresses below one.
import { formerPath, formerPathIssues, type PathIssue } from './paths'

/**
 * The parts of a query by which other systems name their pages: WordPress, Joomla, Drupal, and what is written by hand. Any
 * other part of a query makes an address no other one, so that no redirect can begin there.
 */
const OLD_KEYS: readonly string[] = [
  'p',
  'page_id',
  'attachment_id',
  'cat',
  'tag',
  'm',
  'author',
  'post_type',
  'option',
  'view',
  'itemid',
  'nid',
  'id',
  'post',
  'post_id',
  'article',
  'article_id',
  'story',
]

/** The page server's word to the site: the request asks only for a redirect of the address with its query. */
export const OLD_ADDRESS = 'backstory-old-address'

/** `/blog/*`: the address itself and all below it. */
const PATTERN = /\/\*$/

/** Each part of a pattern is one more address that is looked up for a reader who finds nothing. */
const MAX_PATTERN_PARTS = 5

const MAX_QUERY = 120

/** The parts of a query that name an old page, in the order of the table; empty when there are none. */
function oldQuery(search: string): string {
  const query = new URLSearchParams(search)
  const named = [...query].map(([key, value]) => [key.toLowerCase(), value] as const)
  return OLD_KEYS.flatMap((key) => {
    const [, value] = named.find(([name]) => name === key) ?? []
    return value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`]
  }).join('&')
}

/** The address that a query of another system names at a path; undefined when it names none. */
export function oldAddress(path: string, search: string): string | undefined {
  if (search.length < 2) return undefined
  const query = oldQuery(search)
  return query === '' || query.length > MAX_QUERY ? undefined : `${path}?${query}`
}

/** @returns a query without what names an old page; empty, or with its question mark */
export function withoutOldKeys(search: string): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !OLD_KEYS.includes(readParameterName(part).toLowerCase()))
  return others.length > 0 ? `?${others.join('&')}` : ''
}

const readParameterName = (part: string): string => [...new URLSearchParams(part).keys()][0] ?? ''

/** The one form under which a redirect is stored and found. @param written as an editor typed it */
export function redirectFrom(written: string): string {
  const typed = written.trim()
  if (PATTERN.test(typed)) {
    const path = formerPath(typed.replace(PATTERN, ''))
    return path === '/' ? '/*' : `${path}/*`
  }
  const at = typed.indexOf('?')
  if (at < 0) return formerPath(typed)
  const path = formerPath(typed.slice(0, at))
  return oldAddress(path, typed.slice(at)) ?? path + typed.slice(at)
}

export type RedirectFromIssue =
  | PathIssue
  | { code: 'queryUnknown'; keys: readonly string[] }
  | { code: 'patternTooDeep'; max: number }
  | { code: 'starMisplaced' }

/** Why `from`, made by `redirectFrom`, cannot be redirected. */
export function redirectFromIssues(from: string): RedirectFromIssue[] {
  const isPattern = PATTERN.test(from)
  const [path = '', ...query] = from.replace(PATTERN, '').split('?')
  if (path.includes('*')) return [{ code: 'starMisplaced' }]
  const parts = path.split('/').length - 1
  const isRoot = path === '/' || path === ''
  return [
    ...(isRoot && (isPattern || query.length > 0) ? [] : formerPathIssues(path)),
    ...(query.length > 0 && oldAddress(path, `?${query.join('?')}`) !== from
      ? [{ code: 'queryUnknown', keys: OLD_KEYS } as const]
      : []),
    ...(isPattern && parts > MAX_PATTERN_PARTS
      ? [{ code: 'patternTooDeep', max: MAX_PATTERN_PARTS } as const]
      : []),
  ]
}

/** Whether a redirect from `from` also applies to `path`. */
export const covers = (from: string, path: string): boolean =>
  from === path || (PATTERN.test(from) && `${path}/`.startsWith(from.slice(0, -1)))

/**
 * The sources of the redirects that may apply to an address, the most particular first: the address itself, then
 * patterns, the longest first. Of an address with several old keys those with one of them as well.
 */
export function redirectsFor(asked: string): string[] {
  const [path = '', query] = asked.split('?')
  if (query !== undefined)
    return [...new Set([asked, ...query.split('&').map((part) => `${path}?${part}`)])]
  const parts = path.split('/').slice(1).filter(Boolean)
  const patterns = Array.from({ length: parts.length + 1 }, (_, at) =>
    ['', ...parts.slice(0, parts.length - at), '*'].join('/'),
  )
  return [path, ...patterns.filter((pattern) => pattern.split('/').length - 2 <= MAX_PATTERN_PARTS)]
}

/**
 * A redirect's target for `path`: a star at the end of `to` is replaced by the part of `path` that the star in `from`
 * matched.
 */
export function filledTarget(from: string, to: string, path: string): string {
  if (!PATTERN.test(to)) return to
  const rest = PATTERN.test(from) ? path.slice(from.length - 2).replace(/^\//, '') : ''
  const filled = to.replace(PATTERN, `/${rest}`)
  return filled === '/' ? filled : filled.replace(/\/$/, '')
}

/** Whether a redirect from `from` can have the target `to`: a star in `to` is its last character and needs a star in `from`. */
export const isTargetOf = (from: string, to: string): boolean =>
  !to.includes('*') || (PATTERN.test(from) && PATTERN.test(to) && to.indexOf('*') === to.length - 1)

/**
 * A redirect's target with the query of the redirected request, so that the parameters that count campaigns arrive. A
 * parameter of the target itself takes precedence.
 * @param query empty, or with its question mark
 */
export function withQuery(target: string, query: string): string {
  if (query.length < 2) return target
  const [address = '', fragment] = split(target, '#')
  const [path = '', own] = split(address, '?')
  const known = [...new URLSearchParams(own).keys()]
  const added = query
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !known.includes(readParameterName(part)))
  const parts = [...(own ? [own] : []), ...added]
  return `${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}${fragment === undefined ? '' : `#${fragment}`}`
}

const split = (text: string, sign: string): [string, string | undefined] => {
  const at = text.indexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
