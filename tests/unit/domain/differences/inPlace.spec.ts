// What stayed in place.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestRising } from '@/domain/differences/inPlace'

/** The plain quadratic way, to compare with. */
const longest = (values: readonly number[]): number => {
  const lengths: number[] = []
  values.forEach((value, at) => {
    const before = values.slice(0, at).map((other, i) => (other < value ? (lengths[i] ?? 0) : 0))
    lengths.push(1 + Math.max(0, ...before))
  })
  return Math.max(0, ...lengths)
}

describe('longestRising', () => {
  it('leaves one moved element out', () => {
    expect([...longestRising([3, 0, 1, 2])].sort()).toEqual([1, 2, 3])
  })

  it('rises, and nothing longer does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 30 }), (values) => {
        const found = [...longestRising(values)].sort((a, b) => a - b).map((at) => values[at] ?? 0)
        expect(found).toEqual([...found].sort((a, b) => a - b))
        expect(found).toHaveLength(longest(values))
      }),
    )
  })
})
