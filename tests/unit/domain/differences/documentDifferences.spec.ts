// Differences of whole versions, field by field.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from '@/cms/wording/compareWords'
import {
  documentDifferences,
  documentReferences,
  type StoredVersion,
} from '@/domain/differences/documentDifferences'
import { articleLink, faqBlock, list, paragraph, readAlsoBlock } from '../../../fixtures/richText'
import { richText, upload } from '../../../fixtures/richText'
import { nameOf, nodes, read } from './texts'

const ARTICLE: StoredVersion = {
  id: 1,
  title: 'Sleeping well',
  summary: 'Go to bed.',
  body: richText(paragraph('Go to bed.'), faqBlock([7, 8])),
  authors: [2, 1],
  sources: [{ id: 'x', title: 'A study', year: 2020, accessed: '2027-01-01T12:00:00.000Z' }],
  corrections: [],
  lastReviewed: '2027-01-01T12:00:00.000Z',
  index: true,
  importHash: 'not shown to anybody',
}

const differ = (changes: StoredVersion, kind: 'articles' | 'faq-items' = 'articles') =>
  documentDifferences(kind, ARTICLE, { ...ARTICLE, ...changes }, { compare: compareWords, nameOf })

describe('documentDifferences', () => {
  it('has none for the same document, however it is stored', () => {
    const same = { sources: [{ ...(ARTICLE.sources as object[])[0], id: 'y', url: null }] }
    expect(differ({ ...same, corrections: undefined, heroImage: null, importHash: 'y' })).toEqual(
      [],
    )
    fc.assert(
      fc.property(nodes, (children) => {
        const version = { body: richText(...children) }
        const means = { compare: compareWords, nameOf }
        expect(documentDifferences('articles', version, { ...version }, means)).toEqual([])
      }),
    )
  })

  it('names the fields that differ, in the order of the screen', () => {
    const found = differ({ index: false, title: 'Sleeping badly', path: '/sleeping' })
    expect(found.map(({ field, as }) => [field, as])).toEqual([
      ['title', 'text'],
      ['path', 'text'],
      ['index', 'flag'],
    ])
  })

  it('shows people by name, and one who changed places as moved', () => {
    const [found] = differ({ authors: [1, 2, 3] })
    expect(found?.blocks.map(({ change, pieces }) => [change, pieces[0]?.text])).toEqual([
      ['moved', 'authors number 1'],
      ['same', 'authors number 2'],
      ['added', 'authors number 3'],
    ])
  })

  it('shows a source as one line, and what changed in it', () => {
    const sources = [{ ...(ARTICLE.sources as object[])[0], title: 'A new study' }]
    const [block] = differ({ sources })[0]?.blocks ?? []
    expect(block?.change).toBe('changed')
    expect(block?.pieces).toMatchObject([
      { change: 'same', text: 'A ' },
      { change: 'added', text: 'new ' },
      { change: 'same', text: 'study · 2020 · ' },
      { change: 'same', text: '2027-01-01T12:00:00.000Z', date: true },
    ])
  })

  it('shows a correction, and a date as a date', () => {
    const found = differ({
      corrections: [{ date: '2027-02-01T12:00:00.000Z', text: 'It is nine hours.' }],
      lastReviewed: null,
    })
    expect(found.map(({ field }) => field)).toEqual(['lastReviewed', 'corrections'])
    expect(found[0]?.blocks[0]).toMatchObject({ change: 'removed', pieces: [{ date: true }] })
    expect(read(found[1]?.blocks ?? [], 'after')).toEqual([
      '2027-02-01T12:00:00.000Z · It is nine hours.',
    ])
  })

  it('says that a field differs though no word does', () => {
    const numbered = (start: number) => ({ body: richText(list('number', ['One'], start)) })
    const means = { compare: compareWords, nameOf }
    const found = documentDifferences('articles', numbered(1), numbered(4), means)
    expect(found[0]?.blocks.map(({ change }) => change)).toEqual(['same'])
  })

  it('compares an FAQ item by its own fields', () => {
    const found = differ({ question: 'How long?', answer: richText(paragraph('So.')) }, 'faq-items')
    expect(found.map(({ field }) => field)).toEqual(['question', 'answer'])
  })
})

describe('documentReferences', () => {
  it('finds every row whose name is shown', () => {
    const body = richText(
      faqBlock([7]),
      readAlsoBlock(3),
      upload(5),
      paragraph(articleLink(4, 'there')),
    )
    expect(documentReferences('articles', { body, authors: [2], category: 6 })).toEqual([
      { collection: 'faq-items', id: 7 },
      { collection: 'read-also-links', id: 3 },
      { collection: 'media', id: 5 },
      { collection: 'articles', id: 4 },
      { collection: 'authors', id: 2 },
      { collection: 'categories', id: 6 },
    ])
  })
})
