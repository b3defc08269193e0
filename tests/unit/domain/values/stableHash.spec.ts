// Hashes that never change.
import { describe, expect, it } from 'vitest'
import { stableHash } from '@/domain/values/stableHash'

describe('stableHash', () => {
  it('is the same everywhere and always', () => {
    // The value that cyrb53's author publishes, lower lane first.
    expect(stableHash('a')).toBe('82c97901501c2ba7')
  })

  it('has the length that is wanted and depends on text and seed', () => {
    expect(stableHash('a', 8)).toMatch(/^[0-9a-f]{8}$/)
    expect(stableHash('a')).toHaveLength(16)
    expect(stableHash('a')).not.toBe(stableHash('b'))
    expect(stableHash('a', 16, 1)).not.toBe(stableHash('a'))
  })

  it('tells a hundred thousand texts apart', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, at) => stableHash(`Line ${at}`, 12)))
    expect(hashes.size).toBe(100_000)
  })
})
