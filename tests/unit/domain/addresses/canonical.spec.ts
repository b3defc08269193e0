// What counts as showing the same.
import { describe, expect, it } from 'vitest'
import { canonical, showsSame } from '@/domain/addresses/canonical'

describe('showsSame', () => {
  it.each<[string, unknown, unknown]>([
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['missing, null and empty', { a: undefined, b: null, c: '', d: [] }, {}],
    ['nothing at all', undefined, []],
    ['the text ids of rows', [{ id: 'x', title: 'S' }], [{ id: 'y', title: 'S' }]],
    ['a row filled in', { link: { id: 3, createdAt: 'now', title: 'T' } }, { link: 3 }],
  ])('does not mind %s', (_what, one, other) => {
    expect(showsSame(one, other)).toBe(true)
  })

  it.each<[string, unknown, unknown]>([
    ['a value', { a: 1 }, { a: 2 }],
    ['false for missing', { index: false }, {}],
    ['the order of a list', [1, 2], [2, 1]],
    ['a number that is an id', { id: 1 }, { id: 2 }],
  ])('minds %s', (_what, one, other) => {
    expect(showsSame(one, other)).toBe(false)
  })
})

describe('canonical', () => {
  it('gives null for whatever shows nothing', () => {
    expect([undefined, null, '', []].map(canonical)).toEqual([null, null, null, null])
  })
})
