// JSON Feed 1.1: what its text asks for, and each thing left out or of another kind.
import { expect, it } from 'vitest'
import { jsonFeedIssues } from '../../../../../tools/siteChecker/feeds/jsonFeedIssues'
import { writeFeed } from '@/site/discovery/feeds'
import { anArticle, aSite } from '../../../../fixtures/makers'

const channel = { title: 'Backstory', description: 'Plain answers.', path: '/' }
const items = [{ ...anArticle(), html: '<p>Most get better.</p>' }]
const written = writeFeed('feed.json', { site: aSite(), channel, path: '/feed.json', items })

type Feed = Record<string, unknown> & { items: Record<string, unknown>[] }
const feed = (): Feed => JSON.parse(written)

it('has nothing to say of the site’s own feed, nor of an extension', () => {
  expect(jsonFeedIssues({ ...feed(), _ours: 1 })).toEqual([])
  expect(feed().items).toHaveLength(1)
})

it.each([
  ['version', undefined, 'has no version'],
  ['version', 'https://jsonfeed.org/version/1', 'version is not that of 1.1'],
  ['title', undefined, 'has no title'],
  ['title', '', 'title is no text'],
  ['home_page_url', '/', 'home_page_url is no absolute address'],
  ['language', 'English', 'language is no language'],
  ['expired', 'no', 'expired is neither'],
  ['items', undefined, 'has no items'],
  ['items', {}, 'items is no list'],
  ['authors', [{}], 'authors [0] has neither name nor url nor avatar'],
  ['hubs', [{ type: 'WebSub' }], 'hubs [0] has no url'],
  ['author', { name: 'Of 1.0' }, 'author is no member'],
])('says so when %s is %j', (name, value, issue) => {
  const { [name]: _before, ...others } = feed()
  const changed = value === undefined ? others : { ...others, [name]: value }
  expect(jsonFeedIssues(changed).join('\n')).toContain(issue)
})

it.each([
  ['id', undefined, 'has no id'],
  ['id', 7, 'id is no text'],
  ['content_html', undefined, 'has neither content_html nor content_text'],
  ['date_published', '2 March 2026', 'date_published is no date'],
  ['tags', 'running', 'tags is no list'],
  ['attachments', [{ url: 'https://a.example/b' }], 'attachments [0] has no mime_type'],
])('says so when an item’s %s is %j', (name, value, issue) => {
  const [{ [name]: _before, ...others } = {}] = feed().items
  const changed = value === undefined ? others : { ...others, [name]: value }
  expect(jsonFeedIssues({ ...feed(), items: [changed] }).join('\n')).toContain(issue)
})
