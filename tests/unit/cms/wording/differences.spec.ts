// A document and what changed in it as plain text: in a mail, and for a save that came too late.
import { describe, expect, it } from 'vitest'
import { compareWords } from '@/cms/wording/compareWords'
import { differencesInWords, documentInWords } from '@/cms/wording/differences'
import { documentDifferences } from '@/domain/differences/documentDifferences'
import { paragraph, richText } from '../../../fixtures/richText'

const nameOf = ({ collection, id }: { collection: string; id: number }) => `${collection} ${id}`
const naming = { nameOf, timeZone: 'UTC' }

const changes = (before: object, after: object): string[] =>
  differencesInWords(
    documentDifferences('articles', before as never, after as never, {
      compare: compareWords,
      nameOf,
    }),
    'UTC',
  )

const body = (...texts: string[]) => ({ body: richText(...texts.map((text) => paragraph(text))) })

describe('a document', () => {
  it('is its fields with their names, and in its text what stands between the paragraphs', () => {
    const text = richText(paragraph('One.'), {
      type: 'block',
      fields: { id: 'a', blockType: 'faqSection', heading: 'Questions', items: [1, 2] },
    } as never)
    const article = {
      title: 'Sleep',
      summary: '',
      body: text,
      lastReviewed: '2027-05-03T12:00:00.000Z',
      sources: [{ title: 'S', year: 2024 }, { title: 'T' }],
      index: false,
      category: 3,
    }
    expect(documentInWords('articles', article, naming)).toBe(
      [
        'Title: Sleep',
        'Body:\n\nOne.\n\n[heading of the questions: Questions]',
        '[question: faq-items 1]\n\n[question: faq-items 2]',
        'Last review: 3 May 2027',
        'Sources: S · 2024\nT',
        'Category: categories 3',
        'Listing in search engines: no',
      ].join('\n\n'),
    )
  })
})

describe('what changed', () => {
  it('is said field by field, and word by word with what stands around it', () => {
    const long = `${'Before that all is calm. '.repeat(9)}Rest`
    expect(
      changes(
        { title: 'Sleep well', ...body(`${long} ten minutes. ${long}.`, 'All gone now.') },
        { title: 'Sleep long', ...body(`${long} an hour. ${long}.`, 'New.') },
      ),
    ).toEqual([
      'Title. Changed\nWas: Sleep well\nNow: Sleep long',
      expect.stringMatching(
        /^Body\. Paragraph, changed\nWas: ….{20,70}calm\. Rest ten minutes\..{20,70}…\nNow: ….*Rest an hour\..*…$/,
      ),
      'Paragraph, removed: All gone now.',
      'Paragraph, added: New.',
    ])
  })

  it('is nothing between equal texts, and a form where no word differs', () => {
    expect(changes(body('A'), body('A'))).toEqual([])
    expect(changes(body('A'), body('A', ''))).toEqual(['Body: only its form changed.'])
  })

  it('of what is very long stays an answer that can be sent, in whole characters', () => {
    const [change = ''] = changes(body(), body('😀'.repeat(1000)))
    expect(change.length).toBeLessThan(700)
    expect(change.isWellFormed()).toBe(true)
  })
})
