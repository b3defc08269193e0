// Which block is which.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { block, richTextBlocks, wordsOf } from '@/domain/differences/blocks'
import { pairBlocks } from '@/domain/differences/pairs'
import { richText } from '../../../fixtures/richText'
import { nameOf, nodes } from './texts'

const blocks = (text: string) => [...text].map((letter) => block('paragraph', wordsOf(letter)))

describe('pairBlocks', () => {
  it.each([
    ['what stayed', 'abc', 'abc', ['0-0', '1-1', '2-2']],
    ['what moved', 'abc', 'cab', ['2-0', '0-1', '1-2']],
    ['repeated blocks by their neighbours', 'axbxc', 'axbyxc', ['0-0', '1-1', '2-2', '3-4', '4-5']],
    ['a repeated block that moved', 'xaxb', 'abxx', ['1-0', '3-1', '0-2', '2-3']],
    ['nothing', 'abc', 'def', []],
  ])('pairs %s', (_what, before, after, expected) => {
    const pairs = pairBlocks(blocks(before), blocks(after))
    expect(pairs.map(([from, to]) => `${from}-${to}`)).toEqual(expected)
  })

  it('leaves no equal block without its partner', () => {
    fc.assert(
      fc.property(nodes, nodes, (one, other) => {
        const [before, after] = [one, other].map((children) =>
          richTextBlocks(richText(...children), nameOf),
        )
        const pairs = pairBlocks(before!, after!)
        const [froms, tos] = [pairs.map(([from]) => from), pairs.map(([, to]) => to)]
        expect(new Set(froms).size).toBe(pairs.length)
        expect(new Set(tos).size).toBe(pairs.length)
        const leftBefore = before!.filter((_, from) => !froms.includes(from)).map(({ key }) => key)
        const leftAfter = after!.filter((_, to) => !tos.includes(to)).map(({ key }) => key)
        expect(leftAfter.filter((key) => leftBefore.includes(key))).toEqual([])
      }),
    )
  })
})
