// What of an unchanged text stays on the screen, and what the screen calls a block.
import { describe, expect, it } from 'vitest'
import { fold } from '@/cms/admin/history/fold'
import { blockWords, pieceWords } from '@/cms/wording/history'
import type { BlockChange, BlockDifference } from '@/domain/differences/blockDifferences'

const block = (change: BlockChange, more: Partial<BlockDifference> = {}): BlockDifference => ({
  change,
  type: 'paragraph',
  depth: 0,
  pieces: [],
  ...more,
})

/** `.` for an unchanged block, `!` for a changed one. */
const folded = (text: string) =>
  fold([...text].map((letter) => block(letter === '.' ? 'same' : 'added'))).map((stretch) =>
    stretch.folded ? `(${stretch.blocks.length})` : stretch.blocks.length,
  )

describe('fold', () => {
  it.each([
    ['....!....', ['(3)', 3, '(3)']],
    ['!..!', [4]],
    ['!...!', [2, '(1)', 2]],
    ['!', [1]],
    ['', []],
  ])('of %s leaves one block beside each change', (text, expected) => {
    expect(folded(text)).toEqual(expected)
  })
})

describe('the words for a block', () => {
  it.each<[BlockDifference, string]>([
    [block('same'), 'paragraph'],
    [block('moved', { type: 'faqItem' }), 'question, moved'],
    [block('added', { type: 'bullet', depth: 1 }), 'list item, indented 1, added'],
    [block('changed', { type: 'value' }), 'changed'],
    [
      block('changed', { type: 'heading', was: { type: 'paragraph', depth: 0 } }),
      'heading, changed, was: paragraph',
    ],
  ])('%#', (found, expected) => expect(blockWords(found)).toBe(expected))
})

describe('the words for a piece', () => {
  const piece = (text: string, more = {}) => ({ change: 'same' as const, text, ...more })

  it('never show an id: a row that is gone is said to be gone', () => {
    const gone = piece('', { reference: { collection: 'faq-items', id: 7 } })
    expect(pieceWords(gone, 'richText', 'UTC')).toBe('a question that is gone')
  })

  it('show dates and choices as people write them', () => {
    const day = piece('2027-05-03T12:00:00.000Z', { date: true })
    expect(pieceWords(day, 'date', 'UTC')).toBe('3 May 2027')
    expect(pieceWords(piece('true'), 'flag', 'UTC')).toBe('yes')
    expect(pieceWords(piece('paid'), 'choice', 'UTC')).toBe('paid: marked as sponsored')
    expect(pieceWords(piece('paid'), 'text', 'UTC')).toBe('paid')
  })
})
