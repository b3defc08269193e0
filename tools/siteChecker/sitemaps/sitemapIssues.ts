// Compares the sitemap with the crawl: what is listed can be listed, and what can be listed is.
import { isIndexable, linksByRel, modifiedAt } from '../page/sitePage'
import { RESERVED_SEGMENTS } from '@/domain/addresses/paths'
import type { CheckedSite, Finding, SitemapEntry } from '../crawl/checkedSite'

function entryIssues({ url, lastmod }: SitemapEntry, { visits, complete }: CheckedSite): string[] {
  const visit = visits.get(url)
  if (!visit) return complete ? [`is listed, and robots.txt keeps crawlers out`] : []
  if (visit.status !== 200) return [`is listed, and answers ${visit.status}`]
  const { page } = visit
  if (!page) return ['is listed, and is no page']
  const [canonical] = linksByRel(page, 'canonical')
  const modified = modifiedAt(page)
  return [
    ...(isIndexable(page) ? [] : ['is listed, and says noindex']),
    ...(canonical === url ? [] : [`is listed, and its canonical address is ${canonical}`]),
    ...(modified && Date.parse(modified) !== Date.parse(lastmod ?? '')
      ? [`lastmod is ${lastmod ?? 'missing'}, dateModified ${modified}`]
      : []),
  ]
}

/** The further parts of a list are found through the first. */
const isFirstPart = (url: string): boolean => new URL(url).search === ''

export function sitemapIssues(site: CheckedSite): Finding[] {
  const listed = new Set(site.entries.map(({ url }) => url))
  const missing = site.pages.filter(
    (page) => isIndexable(page) && isFirstPart(page.url) && !listed.has(page.url),
  )
  return [
    ...site.entries.flatMap((entry) =>
      entryIssues(entry, site).map((issue): Finding => [entry.url, issue]),
    ),
    ...missing.map(({ url }): Finding => [url, 'may be listed, and no sitemap lists it']),
  ]
}

/** Home, lists and the other addresses of the site itself. */
const isOfTheSite = (path: string): boolean =>
  path === '/' || RESERVED_SEGMENTS.has(path.split('/')[1] ?? '')

/** Sitemap = database: every article and page that may be listed is, and nothing else. */
export function storedIssues({ origin, entries, stored }: CheckedSite): Finding[] {
  if (!stored) return []
  const listed = new Set(entries.map(({ url }) => new URL(url).pathname))
  const known = new Set(stored)
  const missing = stored.filter((path) => !listed.has(path))
  const unknown = [...listed].filter((path) => !isOfTheSite(path) && !known.has(path))
  return [
    ...missing.map((path): Finding => [origin + path, 'is in the database, and in no sitemap']),
    ...unknown.map((path): Finding => [origin + path, 'is in a sitemap, and not in the database']),
  ]
}
