// The token of a review link: nobody makes one up, and none fits another link.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { normalizePath, reviewPath } from '@/domain/addresses/paths'
import { isTokenOf, linkIdOf, reviewToken } from '@/reviewToken'

const link = { id: 12, document: 5, version: 3, expiresAt: '2026-03-02T08:00:00.000Z' }

beforeEach(() => vi.stubEnv('PAYLOAD_SECRET', '0123456789abcdef0123456789abcdef'))
afterEach(() => vi.unstubAllEnvs())

describe('a token', () => {
  it('names its link and fits it alone', () => {
    const token = reviewToken(link)
    expect(linkIdOf(token)).toBe(12)
    expect(isTokenOf(link, token)).toBe(true)
    const others = [
      { ...link, id: 13 },
      { ...link, document: 6 },
      { ...link, version: 4 },
      { ...link, expiresAt: '2026-03-02T08:00:00.001Z' },
    ]
    for (const other of others) expect(isTokenOf(other, token)).toBe(false)
  })

  it('stands in an address that is its own normal form', () => {
    const path = reviewPath(reviewToken(link))
    expect(normalizePath(path)).toBe(path)
  })

  it('of another site does not fit', () => {
    const token = reviewToken(link)
    vi.stubEnv('PAYLOAD_SECRET', 'fedcba9876543210fedcba9876543210')
    expect(isTokenOf(link, token)).toBe(false)
  })

  it.each(['', '12', '12-', '12-x', `012-${'0'.repeat(64)}`, `9999999999-${'0'.repeat(64)}`])(
    'is not %j',
    (text) => {
      expect(linkIdOf(text)).toBeUndefined()
      expect(isTokenOf(link, text)).toBe(false)
    },
  )
})
