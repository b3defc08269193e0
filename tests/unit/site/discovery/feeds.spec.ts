// Feeds say the same in three forms, and titles come back as they were written.
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { FEED_TYPES, type FeedName } from '@/domain/discovery/feedTypes'
import { writeFeed, type FeedItem } from '@/site/discovery/feeds'
import { anArticle, aSite } from '../../../fixtures/makers'

const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
  ...anArticle(),
  html: '<p>Most get better.</p>',
  ...changes,
})

const channel = { title: 'Backstory', description: 'Plain answers.', path: '/' }

const write = (name: FeedName, items: FeedItem[]): string =>
  writeFeed(name, { site: aSite(), channel, path: `/${name}`, items })

interface Read {
  titles: (string | undefined)[]
  ids: (string | undefined)[]
  links: (string | undefined)[]
  texts: (string | undefined)[]
}

function read(text: string): Read {
  const parsed = parseFeed(text)
  if (parsed.format === 'rss') {
    const items = parsed.feed.items ?? []
    return {
      titles: items.map(({ title }) => title),
      ids: items.map(({ guid }) => guid?.value),
      links: items.map(({ link }) => link),
      texts: items.map(({ content }) => content?.encoded),
    }
  }
  if (parsed.format === 'atom') {
    const entries = parsed.feed.entries ?? []
    return {
      titles: entries.map(({ title }) => title?.value),
      ids: entries.map(({ id }) => id),
      links: entries.map(({ links }) => links?.[0]?.href),
      texts: entries.map(({ content }) => content?.value),
    }
  }
  if (parsed.format !== 'json') throw new Error(parsed.format)
  const items = parsed.feed.items ?? []
  return {
    titles: items.map(({ title }) => title),
    ids: items.map(({ id }) => id),
    links: items.map(({ url }) => url),
    texts: items.map(({ content_html }) => content_html),
  }
}

const NAMES = Object.keys(FEED_TYPES) as FeedName[]

describe.each(NAMES)('%s', (name) => {
  it.each(['Cats & <b>dogs</b>', 'a ]]> b', 'R&amp;D "quoted" ’tis', '1 < 2 > 0'])(
    'gives the title %s back as it was written',
    (title) => {
      expect(read(write(name, [item({ title })])).titles).toEqual([title])
    },
  )

  it('keeps the id when the article moves', () => {
    const [before, after] = ['/old', '/new'].map((path) => read(write(name, [item({ path })])))
    expect(before!.links).toEqual(['https://backstory.example/old'])
    expect(after!.links).toEqual(['https://backstory.example/new'])
    expect(after!.ids).toEqual(before!.ids)
  })

  it('carries the text', () => {
    expect(read(write(name, [item({ html: '<p>a ]]&gt; &amp; b</p>' })])).texts).toEqual([
      '<p>a ]]&gt; &amp; b</p>',
    ])
  })

  it('is a feed even when nothing is published', () => {
    expect(read(write(name, [])).titles).toEqual([])
  })

  it('has as its date that of the newest change', () => {
    const text = write(name, [
      item({ id: 1, modifiedAt: '2026-03-02T08:00:00.000Z' }),
      item({ id: 2, modifiedAt: '2026-04-02T08:00:00.000Z' }),
    ])
    expect(text).toMatch(/2026-04-02T08:00:00|02 Apr 2026 08:00:00/)
  })
})

describe('feed.json', () => {
  it('is version 1.1', () => {
    expect(JSON.parse(write('feed.json', []))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://backstory.example/feed.json',
    })
  })
})
