// Which encoding a request accepts.
import { describe, expect, it } from 'vitest'
import { encodingFor } from '@/server/http/negotiate'

describe('the encoding', () => {
  it.each([
    [undefined, 'plain'],
    ['', 'plain'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0, gzip', 'gzip'],
    ['identity', 'plain'],
    ['gzip;q=0', 'plain'],
    ['deflate', 'plain'],
    ['br;q=nonsense', 'plain'],
  ])('for %j is %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding)
    expect(encodingFor(header)).toBe(encoding)
  })
})
