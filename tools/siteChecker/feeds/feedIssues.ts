// Checks feeds: each is what the pages say that it is, says its own address, and lists pages that are there under their titles.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { findAll, findOne, readElementText } from '../page/html'
import { jsonFeedIssues } from './jsonFeedIssues'
import type { CheckedSite, Finding } from '../crawl/checkedSite'
import type { Answer } from '../crawl/visitor'

interface ReadFeed {
  self?: string
  items: { id?: string; url?: string; title?: string }[]
  /** What is not as the format has it. */
  issues?: string[]
}

/** By media type. */
const READERS: Record<string, (text: string) => ReadFeed> = {
  'application/rss+xml': (text) => {
    const { atom, items = [] } = parseRssFeed(text)
    return {
      self: atom?.links?.find(({ rel }) => rel === 'self')?.href,
      items: items.map(({ guid, link, title }) => ({ id: guid?.value, url: link, title })),
    }
  },
  'application/atom+xml': (text) => {
    const { links, entries = [] } = parseAtomFeed(text)
    return {
      self: links?.find(({ rel }) => rel === 'self')?.href,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        title: entry.title?.value,
      })),
    }
  },
  'application/feed+json': (text) => {
    const feed: unknown = JSON.parse(text)
    const { feed_url: self, items = [] } = parseJsonFeed(feed) as {
      feed_url?: string
      items?: ReadFeed['items']
    }
    return { self, items, issues: jsonFeedIssues(feed) }
  },
}

/** The feeds that pages name, by address, with the type that they promise. */
function promisedFeeds({ origin, pages }: CheckedSite): Map<string, string> {
  const links = pages.flatMap(({ url, document }) =>
    findAll(document, 'link')
      .filter(({ attributes }) => attributes.rel === 'alternate')
      .filter(({ attributes }) => Object.hasOwn(READERS, attributes.type ?? ''))
      .map(
        ({ attributes }) =>
          [new URL(attributes.href ?? '', url).href, attributes.type ?? ''] as const,
      ),
  )
  return new Map(links.filter(([url]) => url.startsWith(`${origin}/`)))
}

function itemIssues({ id, url, title }: ReadFeed['items'][number], site: CheckedSite): string[] {
  const visit = site.visits.get(url ?? '')
  if (!id || !url || !title) return [`an item without id, address or title: ${id ?? url ?? title}`]
  if (!visit?.page) return site.complete ? [`lists ${url}, which is no page of the site`] : []
  const headline = readElementText(findOne(visit.page.document, 'h1'))
  return title.replace(/\s+/g, ' ') === headline
    ? []
    : [`calls ${url} “${title}”, the page says “${headline}”`]
}

function feedIssuesOf(answer: Answer | undefined, type: string, site: CheckedSite): string[] {
  if (answer?.status !== 200) return [`answers ${answer?.status ?? 'nothing'}`]
  const sent = answer.headers.get('Content-Type') ?? ''
  if (sent.toLowerCase() !== `${type}; charset=utf-8`) return [`its type is ${sent}, not ${type}`]
  const { self, items, issues = [] } = READERS[type]?.(answer.text) ?? { items: [] }
  const ids = items.map(({ id }) => id)
  return [
    ...issues,
    ...(self === answer.url ? [] : [`says that it stands at ${self}`]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `lists ${id} twice`),
    ...items.flatMap((item) => itemIssues(item, site)),
  ]
}

export function feedIssues(site: CheckedSite): Finding[] {
  const promised = [...promisedFeeds(site)]
  if (promised.length === 0) return [[`${site.origin}/`, 'no page names a feed']]
  return promised.flatMap(([url, type]) => {
    try {
      const issues = feedIssuesOf(site.visits.get(url), type, site)
      return issues.map((issue): Finding => [url, issue])
    } catch (error) {
      return [[url, `cannot be read as ${type}: ${(error as Error).message}`]]
    }
  })
}
