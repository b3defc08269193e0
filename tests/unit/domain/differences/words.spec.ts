// Which words were taken out and put in.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from '@/cms/wording/compareWords'
import { wordsOf } from '@/domain/differences/blocks'
import { wholePieces, wordDifferences } from '@/domain/differences/words'
import { readPieces } from './texts'

const marked = (before: string, after: string, compare = compareWords) =>
  wordDifferences(wordsOf(before), wordsOf(after), compare)
    .map(
      ({ change, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[change],
    )
    .join('')

describe('wordDifferences', () => {
  it.each([
    ['one word', 'A short walk.', 'A long walk.', 'A [-short-]{+long+} walk.'],
    ['a sign', 'Walk, then rest.', 'Walk; then rest.', 'Walk[-,-]{+;+} then rest.'],
    ['words at the end', 'Walk.', 'Walk. Then rest.', 'Walk.{+ Then rest.+}'],
    ['neighbours as one', 'a b c z', 'd e f z', '[-a b c-]{+d e f+} z'],
    ['no space that both keep', 'for a walk', 'for this very walk', 'for [-a-]{+this very+} walk'],
    ['nothing', 'The same.', 'The same.', 'The same.'],
  ])('marks %s', (_what, before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('says that all was rewritten where the comparison gives up', () => {
    expect(marked('a b', 'a c', () => undefined)).toBe('[-a b-]{+a c+}')
  })

  it('keeps a change of weight or address apart from the words', () => {
    const before = wordsOf('well')
    const after = wordsOf('well', { bold: true }, '#1')
    expect(wordDifferences(before, after, compareWords)).toEqual([
      { change: 'removed', text: 'well' },
      { change: 'added', text: 'well', bold: true },
    ])
  })

  it('reads as either version, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', ' ', ',', 'word', '\n'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordDifferences(wordsOf(before), wordsOf(after), compareWords)
        expect(readPieces(pieces, 'before')).toBe(before)
        expect(readPieces(pieces, 'after')).toBe(after)
      }),
    )
  })
})

describe('wholePieces', () => {
  it('is one piece for one look', () => {
    expect(wholePieces(wordsOf('Two words'), 'added')).toEqual([
      { change: 'added', text: 'Two words' },
    ])
  })
})
