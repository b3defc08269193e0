// Which facts a change concerns, for random rows: every field that pages show, and nothing where nothing differs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFacts } from '@/domain/changedFacts'
import { fact, KIND, type Stored } from '@/domain/facts'
import type { Row } from '@/domain/rowChange'

const KINDS = Object.keys(KIND) as Stored[]
const value = fc.oneof(
  fc.constantFrom(null, '', 0, true, [], 'a', 'b', '2026-01-01T00:00:00.000Z'),
  fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
)
const SHOWN: Partial<Record<Stored, Record<string, (id: number) => string>>> = {
  articles: {
    body: fact.article,
    seoTitle: fact.article,
    nextReview: fact.article,
    title: fact.card,
    summary: fact.card,
    authors: fact.card,
    category: fact.card,
    path: fact.link,
    modifiedAt: fact.entry,
    index: fact.entry,
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
  authors: {
    name: fact.byline,
    credentials: fact.byline,
    profiles: fact.author,
    photo: fact.author,
  },
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
