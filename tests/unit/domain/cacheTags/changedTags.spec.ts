// Which facts a change concerns: all that pages could show of it, and nothing where readers get the same as before.
import { describe, expect, it } from 'vitest'
import { changedTags } from '@/domain/cacheTags/changedTags'
import type { Row } from '@/domain/cacheTags/rowChange'
import { changed } from '../changed'

const article = (changes: Row = {}): Row => ({
  id: 12,
  _status: 'published',
  deletedAt: null,
  path: '/knees',
  title: 'Knees',
  summary: 'In short.',
  body: { root: { children: [] } },
  category: 6,
  topics: [7, 8],
  authors: [5],
  publishedAt: '2026-03-02T08:00:00.000Z',
  index: true,
  modifiedAt: '2026-03-02T08:00:00.000Z',
  heroImage: null,
  sources: [],
  faqItems: [3],
  updatedAt: '2026-03-02T08:00:00.000Z',
  createdAt: '2026-03-01T08:00:00.000Z',
  savedBy: 1,
  ...changes,
})
const draft = { _status: 'draft', publishedAt: null, modifiedAt: null }
const withdrawn = { _status: 'draft' }

const LISTS = ['list:all', 'list:author:5', 'list:category:6', 'list:topic:7', 'list:topic:8']
const OWN = ['article:12', 'article:12:card', 'article:12:entry', 'article:12:link']
const EVERYTHING = [...OWN, ...LISTS, 'path:/knees'].sort()

describe('an article', () => {
  const from = (changes: Row) => changed('articles', article(), article(changes))

  it.each<[string, Row, string[]]>([
    ['text', { body: { root: { children: [1] } } }, ['article:12']],
    ['search title', { seoTitle: 'Knees!' }, ['article:12']],
    ['reviewer', { reviewer: 4 }, ['article:12', 'list:reviewer:4']],
    ['links in the text', { linkedArticles: [3] }, ['article:12', 'article:3:from']],
    ['Read Also lines', { readAlsoLinks: [9] }, ['article:12', 'read-also-link:9:in']],
    ['sources', { sources: [{ id: 'a', title: 'B' }] }, ['article:12']],
    ['corrections', { corrections: [{ id: 'a', text: 'B' }] }, ['article:12']],
    ['items', { faqItems: [3, 4] }, ['article:12']],
    ['date of change', { modifiedAt: '2026-04-02' }, ['article:12', 'article:12:entry']],
    ['place in search engines', { index: false }, ['article:12', 'article:12:entry']],
    ['summary', { summary: 'Shorter.' }, ['article:12', 'article:12:card']],
    ['picture', { heroImage: 8 }, ['article:12', 'article:12:card']],
    ['title', { title: 'Sore knees' }, ['article:12', 'article:12:card', 'article:12:link']],
    ['path', { path: '/sore-knees' }, [...OWN, 'path:/knees', 'path:/sore-knees']],
    [
      'category',
      { category: 9 },
      ['article:12', 'article:12:card', 'list:category:6', 'list:category:9'],
    ],
    ['topics', { topics: [8, 9] }, ['article:12', 'list:topic:7', 'list:topic:9']],
    ['order of the topics', { topics: [8, 7] }, ['article:12']],
    ['authors', { authors: [5, 6] }, ['article:12', 'article:12:card', 'list:author:6']],
    [
      'date of publication',
      { publishedAt: '2026-04-01T08:00:00.000Z' },
      ['article:12', 'article:12:card', 'article:12:entry', ...LISTS],
    ],
  ])('whose %s changed concerns just what shows it', (_, changes, expected) => {
    expect(from(changes)).toEqual([...expected].sort())
  })

  it.each<[string, Row | undefined, Row | undefined]>([
    ['is published', article(draft), article()],
    ['is published as it is made', undefined, article()],
    ['is published again', article(withdrawn), article()],
    ['is withdrawn', article(), article(withdrawn)],
    ['goes into the trash', article(), article({ deletedAt: '2026-05-01' })],
    ['is deleted', article(), undefined],
  ])(
    'that %s concerns its page, its address, what links to it and its lists',
    (_, before, after) => {
      expect(changed('articles', before, after)).toEqual(EVERYTHING)
    },
  )

  it.each<[string, Row | undefined, Row | undefined]>([
    ['is saved as it was', article(), article({ updatedAt: '2026-06-01', savedBy: 2 })],
    [
      'has the same sources with new ids',
      article({ sources: [{ id: 'a', title: 'A' }] }),
      article({ sources: [{ id: 'b', title: 'A' }] }),
    ],
    ['is a new draft', undefined, article(draft)],
    ['is a draft that changes', article(draft), article({ ...draft, title: 'Other' })],
    ['is a draft that goes into the trash', article(draft), article({ ...draft, deletedAt: 'x' })],
    ['is a deleted draft', article(draft), undefined],
    ['was deleted from the trash', article({ ...withdrawn, deletedAt: 'x' }), undefined],
  ])('that %s concerns nobody', (_, before, after) => {
    expect(changedTags('articles', before, after)).toEqual([])
  })

  it.each<[string, Row | undefined]>([
    ['goes into the trash', article({ ...withdrawn, deletedAt: '2026-05-01' })],
    ['is deleted for ever', undefined],
  ])(
    'that was withdrawn and %s concerns its page and address, where a notice may stand',
    (_, after) => {
      expect(changed('articles', article(withdrawn), after)).toEqual(['article:12', 'path:/knees'])
    },
  )
})
