// Which facts a change concerns: all that pages could show of it, and nothing where readers get the same as before.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFacts, type Row } from '@/domain/changedFacts'
import { fact, gathered, KIND, type Stored } from '@/domain/facts'

const article = (changes: Row = {}): Row => ({
  ...{ id: 12, _status: 'published', deletedAt: null, path: '/knees', title: 'Knees' },
  ...{ summary: 'In short.', body: { root: { children: [] } }, category: 6, topics: [7, 8] },
  ...{ authors: [5], publishedAt: '2026-03-02T08:00:00.000Z', index: true },
  ...{ modifiedAt: '2026-03-02T08:00:00.000Z', heroImage: null, sources: [], faqItems: [3] },
  ...{ updatedAt: '2026-03-02T08:00:00.000Z', createdAt: '2026-03-01T08:00:00.000Z', savedBy: 1 },
  ...changes,
})
const draft = { _status: 'draft', publishedAt: null, modifiedAt: null }
const withdrawn = { _status: 'draft' }

/** Without the facts that gather others: each of those follows from one of these. */
const changed = (stored: Stored, before: Row | undefined, after: Row | undefined): string[] => {
  const names = changedFacts(stored, before, after)
  const own = names.filter((name) => !name.includes(':any') || name === 'settings:any')
  for (const name of own) expect(names).toContain(gathered(name))
  if (names.length > 0) expect(names).toContain(fact.any(stored))
  return own.sort()
}

const LISTS = ['list:all', 'list:author:5', 'list:category:6', 'list:topic:7', 'list:topic:8']
const OWN = ['article:12', 'article:12:card', 'article:12:entry', 'article:12:link']
const EVERYTHING = [...OWN, ...LISTS, 'path:/knees'].sort()

describe('an article', () => {
  const from = (changes: Row) => changed('articles', article(), article(changes))

  it.each<[string, Row, string[]]>([
    ['text', { body: { root: { children: [1] } } }, ['article:12']],
    ['search title', { seoTitle: 'Knees!' }, ['article:12']],
    ['reviewer', { reviewer: 4 }, ['article:12']],
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
    ['is a new draft', undefined, article(draft)],
    ['is a draft that changes', article(draft), article({ ...draft, title: 'Other' })],
    ['is a draft that goes into the trash', article(draft), article({ ...draft, deletedAt: 'x' })],
    ['is a deleted draft', article(draft), undefined],
    ['was deleted from the trash', article({ ...withdrawn, deletedAt: 'x' }), undefined],
  ])('that %s concerns nobody', (_, before, after) => {
    expect(changedFacts('articles', before, after)).toEqual([])
  })

  it.each<[string, Row | undefined]>([
    ['goes into the trash', article({ ...withdrawn, deletedAt: '2026-05-01' })],
    ['is deleted for ever', undefined],
  ])('that was withdrawn and %s concerns its page, which may stand under a notice', (_, after) => {
    expect(changed('articles', article(withdrawn), after)).toEqual(['article:12'])
  })
})

describe('other rows', () => {
  const live = { id: 3, _status: 'published', deletedAt: null }
  const cases: [string, Stored, Row | undefined, Row | undefined, string[]][] = [
    ['an answer', 'faq-items', { ...live, answer: 1 }, { ...live, answer: 2 }, ['faq-item:3']],
    [
      'a question',
      'faq-items',
      { ...live, question: 'A?' },
      { ...live, question: 'B?' },
      ['faq-item:3', 'list:faq-items'],
    ],
    [
      'a new item',
      'faq-items',
      undefined,
      { ...live, question: 'A?' },
      ['faq-item:3', 'list:faq-items'],
    ],
    [
      'an item’s key',
      'faq-items',
      { ...live, questionKey: 'a' },
      { ...live, questionKey: 'b' },
      [],
    ],
    ['a draft item', 'faq-items', undefined, { ...live, _status: 'draft' }, []],
    [
      'a link',
      'read-also-links',
      { ...live, article: 1 },
      { ...live, article: 2 },
      ['read-also-link:3'],
    ],
    [
      'a withdrawn link',
      'read-also-links',
      live,
      { ...live, _status: 'draft' },
      ['read-also-link:3'],
    ],
    [
      'a home',
      'faq-homes',
      { id: 1, item: 3, article: 1 },
      { id: 1, item: 3, article: 2 },
      ['faq-home:3'],
    ],
    ['a home that goes', 'faq-homes', { id: 1, item: 3, article: 1 }, undefined, ['faq-home:3']],
    [
      'a home for another item',
      'faq-homes',
      { id: 1, item: 3 },
      { id: 1, item: 4 },
      ['faq-home:3', 'faq-home:4'],
    ],
    ['an image', 'media', { id: 8, alt: 'A' }, { id: 8, alt: '' }, ['media:8']],
    ['an image that is nobody’s yet', 'media', undefined, { id: 8 }, ['media:8']],
    [
      'the words of a category',
      'categories',
      { id: 6, name: 'A', slug: 'a', description: '' },
      { id: 6, name: 'A', slug: 'a', description: null },
      ['category:6'],
    ],
    [
      'the name of a category',
      'categories',
      { id: 6, name: 'A', slug: 'a' },
      { id: 6, name: 'B', slug: 'b' },
      [
        ...['category:6', 'category:6:name', 'list:categories'],
        ...['path:/category/a', 'path:/category/b'],
      ],
    ],
    [
      'a rule for editors',
      'categories',
      { id: 6, expertReview: false },
      { id: 6, expertReview: true },
      [],
    ],
    [
      'a new topic',
      'topics',
      undefined,
      { id: 7, name: 'A', slug: 'a' },
      ['list:topics', 'path:/topic/a', 'topic:7', 'topic:7:name'],
    ],
    [
      'a biography',
      'authors',
      { id: 5, description: 'A' },
      { id: 5, description: 'B' },
      ['author:5'],
    ],
    [
      'credentials',
      'authors',
      { id: 5, credentials: 'A' },
      { id: 5, credentials: 'B' },
      ['author:5', 'author:5:byline'],
    ],
    [
      'an author who leaves',
      'authors',
      { id: 5, name: 'A', slug: 'a' },
      undefined,
      ['author:5', 'author:5:byline', 'list:authors', 'path:/author/a'],
    ],
    ['a page', 'pages', { ...live, body: 1 }, { ...live, body: 2 }, ['page:3']],
    [
      'a page’s address',
      'pages',
      { ...live, path: '/a' },
      { ...live, path: '/b' },
      ['list:pages', 'page:3', 'path:/a', 'path:/b'],
    ],
    ['a new redirect', 'redirects', undefined, { id: 1, from: '/a', to: '/b' }, ['path:/a']],
    [
      'a redirect from elsewhere',
      'redirects',
      { id: 1, from: '/a', to: '/b' },
      { id: 1, from: '/c', to: '/b' },
      ['path:/a', 'path:/c'],
    ],
    ['a visit', 'redirects', { id: 1, from: '/a', hits: 1 }, { id: 1, from: '/a', hits: 2 }, []],
    [
      'a withdrawal',
      'workflows',
      { id: 1, withdrawnPath: null, withdrawal: null },
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'gone' } },
      ['path:/a'],
    ],
    [
      'another reason',
      'workflows',
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'notice' } },
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'gone' } },
      ['path:/a'],
    ],
    ['an approval', 'workflows', { id: 1, state: 'draft' }, { id: 1, state: 'approved' }, []],
    ['the menu', 'navigation', { id: 1, header: [] }, { id: 1, header: [1] }, ['navigation']],
    [
      'the site’s name',
      'site-settings',
      { id: 1, name: 'A' },
      { id: 1, name: 'B' },
      ['settings', 'settings:any'],
    ],
    [
      'the lead',
      'site-settings',
      { id: 1, leadArticle: 1 },
      { id: 1, leadArticle: null },
      ['settings:any', 'settings:lead'],
    ],
    [
      'what crawlers may',
      'site-settings',
      { id: 1, crawlers: { search: true } },
      { id: 1, crawlers: { search: false } },
      ['settings:any', 'settings:crawlers'],
    ],
    [
      'a rule for the team',
      'site-settings',
      { id: 1, fourEyes: true },
      { id: 1, fourEyes: false },
      ['settings:any'],
    ],
  ]

  it.each(cases)('%s concerns just what shows it', (_, stored, before, after, expected) => {
    expect(changed(stored, before, after)).toEqual([...expected].sort())
  })
})

const KINDS = Object.keys(KIND) as Stored[]
const value = fc.oneof(
  fc.constantFrom(null, '', 0, true, [], 'a', 'b', '2026-01-01T00:00:00.000Z'),
  fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
)
const SHOWN: Partial<Record<Stored, Record<string, (id: number) => string>>> = {
  articles: {
    ...{ body: fact.article, seoTitle: fact.article, nextReview: fact.article },
    ...{ title: fact.card, summary: fact.card, authors: fact.card, category: fact.card },
    ...{ path: fact.link, modifiedAt: fact.entry, index: fact.entry },
  },
  'faq-items': { question: fact.faqItem, answer: fact.faqItem, modifiedAt: fact.faqItem },
  'read-also-links': {
    kind: fact.readAlsoLink,
    url: fact.readAlsoLink,
    article: fact.readAlsoLink,
  },
  media: { alt: fact.media, caption: fact.media, filename: fact.media, sizes: fact.media },
  categories: { name: fact.categoryName, slug: fact.categoryName, description: fact.category },
  topics: { name: fact.topicName, slug: fact.topicName, description: fact.topic },
  authors: { name: fact.byline, credentials: fact.byline, profiles: fact.author },
  pages: { title: fact.page, body: fact.page },
}
const fields = [...new Set(Object.values(SHOWN).flatMap((of) => Object.keys(of)))]
const row = fc
  .record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] })
  .map((given): Row => ({ ...given, id: 4, _status: 'published', deletedAt: null }))

describe('any row', () => {
  it('concerns the fact of each field that differs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), row, row, (stored, before, after) => {
        const facts = changedFacts(stored, before, after)
        for (const [field, name] of Object.entries(SHOWN[stored] ?? {})) {
          const differs =
            JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)
          if (differs) expect(facts).toContain(name(4))
        }
      }),
    )
  })

  it('concerns nobody when it is as before, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), row, (stored, before) => {
        const after = Object.fromEntries(Object.entries(structuredClone(before)).reverse())
        expect(changedFacts(stored, before, { ...after, updatedAt: 'later' })).toEqual([])
      }),
    )
  })

  it('concerns nobody while it is a draft', () => {
    const drafts = ['articles', 'faq-items', 'read-also-links', 'pages'] as const
    const unpublished = { _status: 'draft', publishedAt: null }
    fc.assert(
      fc.property(fc.constantFrom(...drafts), row, row, (stored, before, after) => {
        const facts = changedFacts(
          stored,
          { ...before, ...unpublished },
          { ...after, ...unpublished },
        )
        expect(facts).toEqual([])
      }),
    )
  })

  it('concerns few facts, however many pages show it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), row, row, (stored, before, after) => {
        expect(changedFacts(stored, before, after).length).toBeLessThan(40)
      }),
    )
  })
})
