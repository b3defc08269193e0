// Repeated chance: the same seed gives the same numbers, spread evenly below one.
import { describe, expect, it } from 'vitest'
import { randomFrom } from '@/domain/values/random'

const drawn = (seed: number, count: number): number[] => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, random)
}

describe('randomFrom', () => {
  it('gives the same numbers for the same seed', () => {
    expect(drawn(7, 100)).toEqual(drawn(7, 100))
  })

  it('gives other numbers for another seed', () => {
    expect(drawn(7, 100)).not.toEqual(drawn(8, 100))
  })

  it('draws mulberry32’s numbers, so that a seed in an old report still means the same', () => {
    expect(drawn(1, 3).map((n) => n * 2 ** 32)).toEqual([2693262067, 11749833, 2265367787])
  })

  it('stays from 0 to just below 1, a tenth of the numbers in each tenth', () => {
    const numbers = drawn(20261123, 10_000)
    expect(numbers.filter((n) => n < 0 || n >= 1)).toEqual([])
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inTenth = numbers.filter((n) => Math.floor(n * 10) === tenth).length
      expect(Math.abs(inTenth - 1000)).toBeLessThan(150)
    }
  })
})
