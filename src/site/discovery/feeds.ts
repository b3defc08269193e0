// Writes the newest articles as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1: the same items in three forms.
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import type { Article, Site } from '@/domain/articles/article'
import { FEED_TYPES, type FeedName } from '@/domain/discovery/feedTypes'
import { readableJson } from '@/domain/text/characters'
import { absoluteUrl, authorPath } from '@/domain/addresses/paths'

type Shown =
  'id' | 'path' | 'title' | 'summary' | 'publishedAt' | 'modifiedAt' | 'authors' | 'category'

export interface FeedItem extends Pick<Article, Shown> {
  /** The text of the article, with absolute addresses only. */
  html: string
}

export interface Channel {
  title: string
  description: string
  /** Of the page that lists the same articles. */
  path: string
}

interface Feed {
  site: Site
  channel: Channel
  /** Of the feed itself. */
  path: string
  /** Newest first. */
  items: readonly FeedItem[]
}

/** An id that stays when the article moves; not an address. */
const itemId = (site: Site, { id }: FeedItem): string => `${site.url}/#article-${id}`

const bylineOf = (site: Site, { authors }: FeedItem): { name: string; url: string }[] =>
  authors.length > 0
    ? authors.map(({ name, slug }) => ({ name, url: absoluteUrl(site.url, authorPath(slug)) }))
    : [{ name: site.organization.name, url: absoluteUrl(site.url, site.organization.aboutPath) }]

const tagNames = ({ category }: FeedItem): string[] => (category ? [category.name] : [])

/** The date of the newest change; an empty feed has none. */
const lastChange = (items: readonly FeedItem[]): Date | undefined => {
  const [latest] = items
    .map(({ modifiedAt }) => modifiedAt)
    .sort()
    .reverse()
  return latest === undefined ? undefined : new Date(latest)
}

const writeRss = ({ site, channel, path, items }: Feed): string =>
  generateRssFeed({
    title: channel.title,
    description: channel.description,
    link: absoluteUrl(site.url, channel.path),
    language: site.language,
    lastBuildDate: lastChange(items),
    atom: {
      links: [{ href: absoluteUrl(site.url, path), rel: 'self', type: 'application/rss+xml' }],
    },
    items: items.map((item) => ({
      title: item.title,
      link: absoluteUrl(site.url, item.path),
      description: item.summary,
      guid: { value: itemId(site, item), isPermaLink: false },
      pubDate: new Date(item.publishedAt),
      categories: tagNames(item).map((name) => ({ name })),
      dc: { creators: bylineOf(site, item).map(({ name }) => name) },
      content: { encoded: item.html },
    })),
  })

/** RFC 4287, 4.1.1: a feed has a date even when nothing is in it. */
const NEVER = new Date(0)

const writeAtom = ({ site, channel, path, items }: Feed): string =>
  generateAtomFeed({
    id: absoluteUrl(site.url, channel.path),
    title: { value: channel.title, type: 'text' },
    subtitle: { value: channel.description, type: 'text' },
    updated: lastChange(items) ?? NEVER,
    links: [
      { href: absoluteUrl(site.url, path), rel: 'self', type: 'application/atom+xml' },
      { href: absoluteUrl(site.url, channel.path), rel: 'alternate', type: 'text/html' },
    ],
    entries: items.map((item) => ({
      id: itemId(site, item),
      title: { value: item.title, type: 'text' },
      summary: { value: item.summary, type: 'text' },
      content: { value: item.html, type: 'html' },
      links: [{ href: absoluteUrl(site.url, item.path), rel: 'alternate', type: 'text/html' }],
      published: new Date(item.publishedAt),
      updated: new Date(item.modifiedAt),
      authors: bylineOf(site, item).map(({ name, url }) => ({ name, uri: url })),
      categories: tagNames(item).map((term) => ({ term })),
    })),
  })

const writeJson = ({ site, channel, path, items }: Feed): string =>
  `${readableJson(
    generateJsonFeed({
      title: channel.title,
      description: channel.description,
      home_page_url: absoluteUrl(site.url, channel.path),
      feed_url: absoluteUrl(site.url, path),
      language: site.language,
      items: items.map((item) => ({
        id: itemId(site, item),
        url: absoluteUrl(site.url, item.path),
        title: item.title,
        summary: item.summary,
        content_html: item.html,
        date_published: new Date(item.publishedAt),
        date_modified: new Date(item.modifiedAt),
        authors: bylineOf(site, item),
        tags: tagNames(item),
      })),
    }),
  )}\n`

const WRITERS: Record<FeedName, (feed: Feed) => string> = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJson,
}

export const writeFeed = (name: FeedName, feed: Feed): string => WRITERS[name](feed)

export const isFeedName = (name: string): name is FeedName => Object.hasOwn(FEED_TYPES, name)
