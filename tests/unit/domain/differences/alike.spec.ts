// Which rewritten block is which, and what it costs to find out.
import { describe, expect, it } from 'vitest'
import { alike, sharedWords } from '@/domain/differences/alike'
import { block, wordsOf, type BlockType } from '@/domain/differences/blocks'

const blocks = (...texts: string[]) => texts.map((text) => block('paragraph', wordsOf(text)))

describe('sharedWords', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], 1],
    [['a', 'b'], ['b', 'c'], 0.5],
    [['a'], ['b'], 0],
    [[], [], 0],
  ])('of %j and %j is %d', (one, other, share) => {
    expect(sharedWords(new Set(one), new Set(other))).toBe(share)
  })
})

describe('alike', () => {
  it('finds a rewritten block wherever it stands', () => {
    const before = blocks('Sleep is when the body mends.', 'Walk in the evening, slowly.')
    const after = blocks('Walk in the morning, slowly.', 'Drink.', 'Sleep is when a body mends.')
    expect(alike(before, after).sort()).toEqual([
      [0, 2],
      [1, 0],
    ])
  })

  it('does not take a new block for an old one because both hold common words', () => {
    expect(alike(blocks('This is the end of it.'), blocks('The start is a walk.'))).toEqual([])
  })

  it('prefers a block of the same kind', () => {
    const of = (type: BlockType) => block(type, wordsOf('Sleeping well at night'))
    expect(alike([of('heading')], [of('paragraph'), of('heading')])).toEqual([[0, 1]])
  })

  it('looks at a few blocks for each, however many there are', () => {
    const many = (n: number, what: string) =>
      blocks(...Array.from({ length: n }, (_, i) => `the ${what} of it is ${i} and ${i % 7}`))
    const looks = (n: number) => {
      let count = 0
      alike(many(n, 'start'), many(n, 'end'), (one, other) => {
        count++
        return sharedWords(one, other)
      })
      return count
    }
    expect(looks(4000)).toBeLessThanOrEqual(4 * 4000)
  })
})
