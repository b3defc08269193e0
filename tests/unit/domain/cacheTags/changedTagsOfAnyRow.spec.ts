// Which facts a change concerns, for random rows: every field that pages show, and nothing where nothing differs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedTags } from '@/domain/cacheTags/changedTags'
import { tagFor, KIND, type Stored } from '@/domain/cacheTags/cacheTags'
import type { Row } from '@/domain/cacheTags/rowChange'

const KINDS = Object.keys(KIND) as Stored[]
const value = fc.oneof(
  fc.constantFrom(null, '', 0, true, [], 'a', 'b', '2026-01-01T00:00:00.000Z'),
  fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
)
const SHOWN: Partial<Record<Stored, Record<string, (id: number) => string>>> = {
  articles: {
    body: tagFor.article,
    seoTitle: tagFor.article,
    nextReview: tagFor.article,
    title: tagFor.card,
    summary: tagFor.card,
    authors: tagFor.card,
    category: tagFor.card,
    path: tagFor.link,
    modifiedAt: tagFor.entry,
    index: tagFor.entry,
  },
  'faq-items': { question: tagFor.faqItem, answer: tagFor.faqItem, modifiedAt: tagFor.faqItem },
  'read-also-links': {
    kind: tagFor.readAlsoLink,
    url: tagFor.readAlsoLink,
    article: tagFor.readAlsoLink,
  },
  media: { alt: tagFor.media, caption: tagFor.media, filename: tagFor.media, sizes: tagFor.media },
  categories: {
    name: tagFor.categoryName,
    slug: tagFor.categoryName,
    description: tagFor.category,
  },
  topics: { name: tagFor.topicName, slug: tagFor.topicName, description: tagFor.topic },
  authors: {
    name: tagFor.byline,
    credentials: tagFor.byline,
    profiles: tagFor.author,
    photo: tagFor.author,
  },
  pages: { title: tagFor.page, body: tagFor.page },
}
const fields = [...new Set(Object.values(SHOWN).flatMap((of) => Object.keys(of)))]
const row = fc
  .record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] })
  .map((given): Row => ({ ...given, id: 4, _status: 'published', deletedAt: null }))

describe('any row', () => {
  it('concerns the fact of each field that differs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), row, row, (stored, before, after) => {
        const facts = changedTags(stored, before, after)
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
        expect(changedTags(stored, before, { ...after, updatedAt: 'later' })).toEqual([])
      }),
    )
  })

  it('concerns nobody while it is a draft', () => {
    const drafts = ['articles', 'faq-items', 'read-also-links', 'pages'] as const
    const unpublished = { _status: 'draft', publishedAt: null }
    fc.assert(
      fc.property(fc.constantFrom(...drafts), row, row, (stored, before, after) => {
        const facts = changedTags(
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
        expect(changedTags(stored, before, after).length).toBeLessThan(40)
      }),
    )
  })
})
