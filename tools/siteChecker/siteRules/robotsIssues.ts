// Checks robots.txt (RFC 9309): there, readable, and open for what readers get.
import robotsParser from 'robots-parser'
import { isIndexable } from '../page/sitePage'
import type { CheckedSite, Finding } from '../crawl/checkedSite'

/** A parser need not read more (RFC 9309, 2.5). */
const MAX_BYTES = 500 * 1024
/** Search engines that show links are never shut out. */
const ENGINES = ['Googlebot', 'Bingbot']
const CLOSED = ['/admin', '/api/articles', '/preview/1']

export const robotsAddress = (origin: string): string => `${origin}/robots.txt`

/** Whether a crawler without a name may ask for an address. */
export function crawlRule(origin: string, robots: string): (url: string) => boolean {
  const rules = robotsParser(robotsAddress(origin), robots)
  return (url) => rules.isAllowed(url, 'backstory-check') !== false
}

/** The addresses of the sitemaps that it names. */
export const sitemapsOf = (origin: string, robots: string): string[] =>
  robotsParser(robotsAddress(origin), robots).getSitemaps()

export function robotsIssues({ origin, robots, pages, visits, entries }: CheckedSite): Finding[] {
  const { status, headers, text } = robots
  const rules = robotsParser(robotsAddress(origin), text)
  const type = headers.get('Content-Type') ?? ''
  const sitemaps = rules.getSitemaps()
  const images = [...visits.keys()].filter((url) =>
    /^\/(assets|media)\//.test(new URL(url).pathname),
  )
  const open = new Set([
    ...[...pages.filter(isIndexable), ...entries].map(({ url }) => url),
    ...images,
  ])
  const issues = [
    ...(status === 200 ? [] : [`answers ${status}`]),
    ...(type.startsWith('text/plain') ? [] : [`its type is ${type}`]),
    ...(Buffer.byteLength(text) < MAX_BYTES ? [] : ['is larger than 500 KiB']),
    ...(sitemaps.length > 0 ? [] : ['names no sitemap']),
    ...sitemaps
      .filter((url) => !url.startsWith(`${origin}/`))
      .map((url) => `names a sitemap elsewhere: ${url}`),
    ...ENGINES.flatMap((agent) =>
      [...open]
        .filter((url) => rules.isAllowed(url, agent) === false)
        .map((url) => `keeps ${agent} from ${url}`),
    ),
    ...CLOSED.filter((path) => rules.isAllowed(origin + path, 'Googlebot') !== false).map(
      (path) => `lets crawlers into ${path}`,
    ),
  ]
  return issues.map((issue) => [robotsAddress(origin), issue])
}
