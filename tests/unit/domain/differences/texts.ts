// Rich texts for the tests of differences: any text, and what somebody may do to one.
import fc from 'fast-check'
import type { BlockDifference } from '@/domain/differences/blockDifferences'
import type { Block, NameOf } from '@/domain/differences/blocks'
import type { Piece } from '@/domain/differences/words'
import type { BlockLevelNode } from '@/domain/text/richText'
import {
  bold,
  faqBlock,
  heading,
  link,
  list,
  paragraph,
  quote,
  readAlsoBlock,
  upload,
} from '../../../fixtures/richText'

export const nameOf: NameOf = ({ collection, id }) => `${collection} number ${id}`

const WORDS = [
  'rest',
  'sleep',
  'walk',
  'knee',
  'the',
  'a',
  'and',
  'slowly',
  'water',
  'evening',
  'breath',
  'well-known',
  'doctor’s',
  '3.5',
  'läuft',
  '。',
  '(often)',
  'is',
  'of',
  'to',
  'morning,',
]

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`)

const id = fc.integer({ min: 1, max: 6 })

export const node: fc.Arbitrary<BlockLevelNode> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((s) => paragraph(...s)),
  },
  sentence.map((words) => paragraph('So ', bold(words), link('https://example.org', 'here'))),
  sentence.map((words) => heading('h2', words)),
  sentence.map((words) => heading('h3', words)),
  sentence.map((words) => quote(words)),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => list('bullet', items)),
  id.map(upload),
  id.map(readAlsoBlock),
  fc.uniqueArray(id, { maxLength: 4 }).map((ids) => faqBlock(ids)),
)

export const nodes = fc.array(node, { maxLength: 14 })

/** What one side of the differences reads, whatever they say: the blocks in its order. */
export const read = (differences: readonly BlockDifference[], side: 'before' | 'after'): string[] =>
  differences
    .filter((difference) => difference[side] !== undefined)
    .sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0))
    .map(({ pieces }) => readPieces(pieces, side))

export const readPieces = (pieces: readonly Piece[], side: 'before' | 'after'): string =>
  pieces
    .filter(({ change }) => change !== (side === 'before' ? 'added' : 'removed'))
    .map(({ text }) => text)
    .join('')

export const textOf = ({ tokens }: Block): string => tokens.map(({ text }) => text).join('')
