// What a request accepts.
import { describe, expect, it } from 'vitest'
import { encodingFor, wantsMarkdown } from '@/front/negotiate'

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

describe('Markdown', () => {
  it.each([
    ['text/markdown', true],
    ['text/markdown, text/html;q=0.9', true],
    ['text/html, text/markdown;q=0.5', false],
    ['text/html, text/markdown', false],
    ['text/html', false],
    ['*/*', false],
    [undefined, false],
  ])('for %j: %s', (accept, wanted) => expect(wantsMarkdown(accept)).toBe(wanted))
})
