// The small rules of fields.
import { describe, expect, it } from 'vitest'
import { isAddress, isRow, isTarget, isTextOf } from '@/domain/text/textFields'

describe('a field', () => {
  it('may be the id of a row, or a row that has one', () => {
    for (const value of [1, { id: 2, title: 'a' }]) expect(isRow(value)).toBe(true)
    for (const value of ['1', 0, 1.5, 1e15, null, { id: '2' }]) expect(isRow(value)).toBe(false)
  })

  it('may be an address that can be linked, or none yet', () => {
    for (const value of ['', '/a', 'https://a.example/']) expect(isAddress(value)).toBe(true)
    for (const value of ['javascript:x', 5, `/${'a'.repeat(3000)}`, '/a\u0001'])
      expect(isAddress(value)).toBe(false)
  })

  it('may name an article and nothing else', () => {
    expect(isTarget({ relationTo: 'articles', value: 1 })).toBe(true)
    expect(isTarget({ relationTo: 'articles', value: null })).toBe(true)
    for (const value of [{ relationTo: 'users', value: 1 }, { value: 1 }, 1, null])
      expect(isTarget(value)).toBe(false)
  })

  it('may be a text of at most so many characters', () => {
    expect(isTextOf(2)('ab')).toBe(true)
    for (const value of ['abc', 'a\u000b', 1, null]) expect(isTextOf(2)(value)).toBe(false)
  })
})
