// Where front matter is, and where it only looks like it.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '@/domain/textImport/parse'
import { sketch } from './sketch'

const stated = (source: string) => parseArticle(source).article.frontMatter

describe('front matter', () => {
  it('stands between lines of three hyphens, also inside a fence', () => {
    expect(stated('---\ntitle: T\n---\nText.')).toEqual({ title: 'T' })
    expect(stated('---\ntitle: T\n...\nText.')).toEqual({ title: 'T' })
    expect(stated('\n~~~\n---\ntitle: T\n---\nText.\n~~~')).toEqual({ title: 'T' })
    expect(sketch('---\n\ntitle: T\n\n---\n\nText.')).toEqual(['t T', 'p Text.'])
  })

  it('stands between two fences when all of it are fields', () => {
    expect(sketch('~~~\ntitle: T\n~~~\nText.')).toEqual(['t T', 'p Text.'])
    expect(sketch('~~~\nNote: this is text.\n~~~')).toEqual(['p Note: this is text.'])
  })

  it('is ordinary text between separating lines when a line has another shape', () => {
    expect(sketch('---\nNote: this is text.\nAnd this.\n---\n\nMore.')).toEqual([
      'p Note: this is text. And this.',
      'p More.',
    ])
    expect(sketch('---\n\nText.')).toEqual(['p Text.'])
  })

  it('names the line that has another shape where it begins with a field', () => {
    expect(parseArticle('---\ntitle: T\nAnd this.\n---\nText.').issues).toEqual([
      { code: 'frontMatterLine', line: 3, text: 'And this.' },
    ])
  })

  it('needs an end', () => {
    expect(parseArticle('---\ntitle: T\n\nText.').issues).toEqual([
      { code: 'frontMatterNotClosed', line: 1 },
    ])
  })
})
