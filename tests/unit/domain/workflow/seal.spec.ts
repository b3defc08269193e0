// The seal: every change that a reader would see breaks it and is named, and nothing else does.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHOWN_FIELDS } from '@/domain/articles/shownFields'
import { brokenParts, sealOf, type PageParts } from '@/domain/workflow/seal'
import { faqBlock, paragraph, readAlsoBlock, richText } from '../../../fixtures/richText'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const SHOWN = SHOWN_FIELDS.articles.map(({ name }) => name)
const seal = (parts: PageParts) => sealOf(parts, sha256)

const PAGE: PageParts = {
  article: {
    title: 'Sleeping well',
    path: '/sleeping-well',
    body: richText(paragraph('Go to bed.'), faqBlock([7, 8]), readAlsoBlock(3)),
    authors: [2, 1],
    sources: [{ id: '65f0', title: 'A study', year: 2020 }],
    index: true,
  },
  faqItems: [
    { id: 7, question: 'How long?', answer: richText(paragraph('Eight hours.')) },
    { id: 8, question: 'How deep?', answer: richText(paragraph('Deep.')) },
  ],
  readAlsoLinks: [{ id: 3, title: 'Naps', target: '/naps' }],
  images: [{ id: 5, alt: 'A bed', filename: 'bed.webp' }],
}

const broken = (after: PageParts, before = PAGE) => brokenParts(seal(before), seal(after))

describe('sealOf', () => {
  it('has one digest for each part that shows something, and one for the whole', () => {
    const { digest, parts } = seal(PAGE)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(parts.map((part) => (part.part === 'article' ? part.field : part.id))).toEqual([
      'authors',
      'body',
      'index',
      'path',
      'sources',
      'title',
      7,
      8,
      5,
      3,
    ])
  })

  it('does not depend on the order of keys or of rows, nor on row ids, nor on how emptiness is stored', () => {
    const same: PageParts = {
      images: [...PAGE.images],
      readAlsoLinks: PAGE.readAlsoLinks.map((link) => ({ ...link, publisher: '' })),
      faqItems: [...PAGE.faqItems].reverse(),
      article: {
        ...Object.fromEntries(Object.entries(PAGE.article).reverse()),
        sources: [{ year: 2020, title: 'A study', id: 'another', url: null }],
        summary: '',
        heroImage: null,
        importHash: 'not shown to anybody',
      },
    }
    expect(seal(same)).toEqual(seal(PAGE))
    expect(broken(same)).toEqual([])
  })

  it('survives being stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(seal(PAGE))) as ReturnType<typeof seal>
    expect(brokenParts(stored, seal(PAGE))).toEqual([])
  })
})

describe('brokenParts', () => {
  it('names a field of the article that was changed, added or emptied', () => {
    const article = { ...PAGE.article, title: 'Sleeping badly', summary: 'New.', index: false }
    expect(broken({ ...PAGE, article: { ...article, path: '' } })).toEqual([
      { part: 'article', field: 'index', change: 'changed' },
      { part: 'article', field: 'summary', change: 'added' },
      { part: 'article', field: 'title', change: 'changed' },
      { part: 'article', field: 'path', change: 'removed' },
    ])
  })

  it('names an FAQ item, a link and an image by id and title', () => {
    const [first, second] = PAGE.faqItems
    const after: PageParts = {
      ...PAGE,
      faqItems: [{ ...first!, answer: richText(paragraph('Nine hours.')) }, second!],
      readAlsoLinks: [{ id: 3, title: 'Naps', target: '/naps-at-noon' }],
      images: [{ id: 5, alt: 'An unmade bed', filename: 'bed.webp' }],
    }
    expect(broken(after)).toEqual([
      { part: 'faqItem', id: 7, title: 'How long?', change: 'changed' },
      { part: 'image', id: 5, title: 'An unmade bed', change: 'changed' },
      { part: 'readAlsoLink', id: 3, title: 'Naps', change: 'changed' },
    ])
  })

  it('names a removed part by the title it had', () => {
    expect(broken({ ...PAGE, images: [] })).toEqual([
      { part: 'image', id: 5, title: 'A bed', change: 'removed' },
    ])
  })

  it('notices another order of questions, and a block that points elsewhere', () => {
    const body = (...ids: number[]) =>
      richText(paragraph('Go to bed.'), faqBlock(ids), readAlsoBlock(3))
    const ofBody = [{ part: 'article', field: 'body', change: 'changed' }]
    expect(broken({ ...PAGE, article: { ...PAGE.article, body: body(8, 7) } })).toEqual(ofBody)
    const populated = (id: number) => ({
      ...PAGE,
      article: { ...PAGE.article, body: { link: { id } } },
    })
    expect(broken(populated(4), populated(3))).toEqual(ofBody)
  })

  it('is intact again when the change is taken back', () => {
    const changed = { ...PAGE, images: [] }
    expect(broken(changed)).not.toEqual([])
    expect(broken({ ...changed, images: PAGE.images })).toEqual([])
  })

  it('names exactly the fields that were changed, whichever they are', () => {
    const article = fc.record(
      Object.fromEntries(SHOWN.map((field) => [field, fc.jsonValue({ maxDepth: 2 })])),
    )
    fc.assert(
      fc.property(article, fc.subarray([...SHOWN]), (fields, changed) => {
        const before = { ...PAGE, article: fields }
        const marked = Object.fromEntries(
          changed.map((field) => [field, ['changed', fields[field]]]),
        )
        const after = { ...PAGE, article: { ...fields, ...marked } }
        const named = broken(after, before).map((part) => part.part === 'article' && part.field)
        expect(named.sort()).toEqual([...changed].sort())
      }),
    )
  })
})
