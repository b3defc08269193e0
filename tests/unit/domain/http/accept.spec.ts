// What a request would rather have.
import { describe, expect, it } from 'vitest'
import { wantsMarkdown } from '@/domain/http/accept'

describe('Markdown is wanted', () => {
  it.each([
    ['text/markdown', true],
    ['Text/Markdown; charset=utf-8', true],
    ['text/markdown, text/html;q=0.9', true],
    ['text/html, text/markdown', false],
    ['text/markdown;q=0', false],
    ['text/html,application/xhtml+xml,*/*;q=0.8', false],
    ['*/*', false],
    ['', false],
    [null, false],
  ])('by %s: %s', (accept, wanted) => {
    expect(wantsMarkdown(accept)).toBe(wanted)
  })
})
