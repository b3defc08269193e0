// Questions with answers that are pasted at once: whatever they look like, each becomes one item, and no word is lost silently.
import { describe, expect, it } from 'vitest'
import { readPastedQuestions } from '@/domain/textImport/pastedQuestions'

const PLAIN = `How long is a walk?
As long as you like.

Longer is fine, too.

What do I wear?

Shoes:
- with soles
- with laces

Is it safe?
Yes.`

const EXPECTED = [
  {
    question: 'How long is a walk?',
    answer: [
      { type: 'paragraph', text: 'As long as you like.' },
      { type: 'paragraph', text: 'Longer is fine, too.' },
    ],
  },
  {
    question: 'What do I wear?',
    answer: [
      { type: 'paragraph', text: 'Shoes:' },
      { type: 'list', ordered: false, start: 1, items: ['with soles', 'with laces'] },
    ],
  },
  { question: 'Is it safe?', answer: [{ type: 'paragraph', text: 'Yes.' }] },
]

const mark = (sign: string, end = '') =>
  PLAIN.replace(/^(.*\?)$/gm, (question) => sign + question + end)

describe('pasted questions', () => {
  it.each([
    ['lines that end in a question mark', PLAIN],
    ['headings of the second level', mark('## ')],
    ['headings of the third level', mark('### ')],
    ['headings of the first level', mark('# ')],
    ['bold lines', mark('**', '**')],
    ['lines behind Q:', mark('Q: ')],
    ['lines as Windows ends them', PLAIN.replaceAll('\n', '\r\n')],
  ])('are read from %s', (_, text) => {
    const { rest, section } = readPastedQuestions(text)
    expect(section.items).toEqual(EXPECTED)
    expect(rest).toEqual([])
  })

  it('leave over what belongs to none of them, in words', () => {
    const { rest, section } = readPastedQuestions(`All about walks.\n\n${PLAIN}`)
    expect(section.items).toEqual(EXPECTED)
    expect(rest).toEqual(['All about walks.'])
  })

  it('may be without an answer', () => {
    expect(readPastedQuestions('How long is a walk?').section.items).toEqual([
      { question: 'How long is a walk?', answer: [] },
    ])
  })

  it('are none in a text that asks nothing', () => {
    const { rest, section } = readPastedQuestions('A walk is long.\n\nLonger is fine.')
    expect(section.items).toEqual([])
    expect(rest.join(' ')).toBe('A walk is long. Longer is fine.')
  })
})
