// Differences of two texts: both can be read back from them, a block that moved stays one block, and the cost is bounded.
import { diffArrays } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords, MAX_EDITS } from '@/cms/wording/compareWords'
import { blockDifferences } from '@/domain/differences/blockDifferences'
import { richTextBlocks } from '@/domain/differences/blocks'
import type { Compare } from '@/domain/differences/words'
import type { BlockLevelNode } from '@/domain/text/richText'
import { faqBlock, heading, list, paragraph, richText } from '../../../fixtures/richText'
import { nameOf, node, nodes, read, textOf } from './texts'

const blocksOf = (children: readonly BlockLevelNode[]) =>
  richTextBlocks(richText(...children), nameOf)

const differences = (
  before: readonly BlockLevelNode[],
  after: readonly BlockLevelNode[],
  compare: Compare = compareWords,
) => blockDifferences(blocksOf(before), blocksOf(after), compare)

const changes = (before: BlockLevelNode[], after: BlockLevelNode[]) =>
  differences(before, after).map(({ change }) => change)

const [one, two, three, four] = [
  paragraph('Go to bed at the same hour every night.'),
  paragraph('Leave the telephone in another room.'),
  paragraph('Drink no coffee after lunch has ended.'),
  paragraph('A dark and quiet room helps most people.'),
]

describe('blockDifferences', () => {
  it('has none for the same text', () => {
    expect(changes([one, two, three], [one, two, three])).toEqual(['same', 'same', 'same'])
  })

  it('marks a new block in front, and nothing behind it', () => {
    expect(changes([one, two, three], [four, one, two, three])).toEqual([
      'added',
      'same',
      'same',
      'same',
    ])
  })

  it('shows what was removed where it stood, before what came in its place', () => {
    const found = differences([one, two, three], [one, four, three])
    expect(found.map(({ change, before, after }) => [change, before, after])).toEqual([
      ['same', 0, 0],
      ['removed', 1, undefined],
      ['added', undefined, 1],
      ['same', 2, 2],
    ])
  })

  it('marks the one block that moved, not those that it passed', () => {
    expect(changes([one, two, three, four], [two, three, four, one])).toEqual([
      'same',
      'same',
      'same',
      'moved',
    ])
  })

  it('says which words changed in a block that moved', () => {
    const rewritten = paragraph('Go to bed at the same time every night.')
    const last = differences([one, two, three], [two, three, rewritten]).at(-1)
    expect(last).toMatchObject({ change: 'movedAndChanged', before: 0, after: 2 })
    expect(last?.pieces.filter(({ change }) => change !== 'same')).toMatchObject([
      { change: 'removed', text: 'hour' },
      { change: 'added', text: 'time' },
    ])
  })

  it('says what a block was that became another kind of block', () => {
    const [found] = differences([paragraph('Sleeping well')], [heading('h2', 'Sleeping well')])
    expect(found).toMatchObject({
      change: 'changed',
      type: 'heading',
      was: { type: 'paragraph', depth: 0 },
      pieces: [{ change: 'same', text: 'Sleeping well' }],
    })
  })

  it('follows a question that moved within its section, and items of a list', () => {
    expect(changes([faqBlock([1, 2, 3])], [faqBlock([3, 1, 2])])).toEqual([
      'same',
      'moved',
      'same',
      'same',
    ])
    expect(changes([list('bullet', ['a', 'b'])], [list('bullet', ['a', 'new', 'b'])])).toEqual([
      'same',
      'added',
      'same',
    ])
  })

  it('reads as either version, whatever they are', () => {
    fc.assert(
      fc.property(nodes, nodes, (before, after) => {
        const found = differences(before, after)
        expect(read(found, 'before')).toEqual(blocksOf(before).map(textOf))
        expect(read(found, 'after')).toEqual(blocksOf(after).map(textOf))
      }),
    )
  })

  it('never shows a block that is in both versions as removed and added', () => {
    const moved = fc.tuple(fc.array(node, { maxLength: 20 }), fc.nat(), fc.nat())
    fc.assert(
      fc.property(moved, ([before, from, to]) => {
        const after = [...before]
        const [taken] = before.length > 0 ? after.splice(from % before.length, 1) : []
        if (taken) after.splice(to % before.length, 0, taken)
        expect(changes(before, after).filter((change) => !/^(same|moved)$/.test(change))).toEqual(
          [],
        )
      }),
    )
  })

  it('marks as added exactly what was put in, wherever that was', () => {
    const novel = paragraph('Quokkas hop across Rottnest Island’s beaches.')
    fc.assert(
      fc.property(fc.array(node, { maxLength: 14 }), fc.nat(), (before, where) => {
        const at = where % (before.length + 1)
        const found = changes(before, [...before.slice(0, at), novel, ...before.slice(at)])
        expect(found.filter((change) => change !== 'same')).toEqual(['added'])
      }),
    )
  })
})

describe('the cost for the longest texts', () => {
  const WORDS = 'sleep rest walk water evening breath knee morning light sound'.split(' ')
  /** About 200,000 characters. */
  const long = (paragraphs: number, seed: number): BlockLevelNode[] => {
    const words = Math.round(200_000 / 6 / paragraphs)
    let state = seed
    const next = () => (state = (state * 48271) % 2147483647)
    const word = () => (next() % 3 ? `w${next() % 5000}` : WORDS[next() % WORDS.length])
    const sentence = () => Array.from({ length: words }, word).join(' ')
    return Array.from({ length: paragraphs }, () => paragraph(sentence()))
  }
  const comparisons = (before: BlockLevelNode[], after: BlockLevelNode[]): number => {
    let count = 0
    const comparator = (a: string, b: string) => {
      count++
      return a === b
    }
    differences(before, after, (a, b) =>
      diffArrays([...a], [...b], { comparator, maxEditLength: MAX_EDITS })?.map((run) => ({
        change: run.added ? 'added' : run.removed ? 'removed' : 'same',
        count: run.count,
      })),
    )
    return count
  }

  it('does not depend on how many blocks stay as they were', () => {
    const text = long(1000, 1)
    expect(comparisons(text, [paragraph('New.'), ...text])).toBe(0)
    expect(comparisons(text, [...text].reverse())).toBe(0)
  })

  it.each([1, 40, 2000])(
    'is bounded when all of it is rewritten, in %d paragraphs',
    (paragraphs) => {
      expect(comparisons(long(paragraphs, 1), long(paragraphs, 2))).toBeLessThan(3_000_000)
    },
  )

  it('stays small when a word in each paragraph changes', () => {
    const before = long(500, 1)
    const after = before.map((_, index) => {
      const [{ text }] = before[index]!.children as [{ text: string }]
      return paragraph(text.replace(/ w\d+/, ' other'))
    })
    expect(comparisons(before, after)).toBeLessThan(400_000)
  })
})
