// How deeply JSON is nested, as a text and as a value.
import { describe, expect, it } from 'vitest'
import { isTextDeeperThan, isValueDeeperThan } from '@/domain/http/jsonDepth'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('how deep JSON is', () => {
  it.each([
    [nested(3), false],
    [nested(4), true],
    ['{"a":{"b":{"c":1}}}', false],
    ['{"a":{"b":{"c":{}}}}', true],
    ['"[[[[[["', false],
    ['"\\"[[[[[["', false],
    ['["\\\\",[[[1]]]]', true],
    [nested(2).repeat(5), false],
    ['[[[[', true],
    ['', false],
  ])('%s', (text, isDeep) => {
    expect(isTextDeeperThan(3, text)).toBe(isDeep)
  })

  it('is the same of the text and of its value', () => {
    for (const depth of [1, 3, 4, 10])
      expect(isValueDeeperThan(3, JSON.parse(nested(depth)))).toBe(depth > 3)
    expect(isValueDeeperThan(3, { a: { b: { c: 'text' } } })).toBe(false)
  })

  it('is found out of what no recursion could go through', () => {
    const deep = nested(500_000)
    expect(isTextDeeperThan(200, deep)).toBe(true)
    expect(isValueDeeperThan(200, JSON.parse(deep))).toBe(true)
    expect(isValueDeeperThan(200, JSON.parse(`[${'1,'.repeat(500_000)}1]`))).toBe(false)
  })
})
