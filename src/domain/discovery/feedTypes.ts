// Lists the forms of a feed: the last segment of its address, and its media type.

export const FEED_TYPES = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const

export type FeedName = keyof typeof FEED_TYPES
