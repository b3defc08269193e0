// Where front matter is, and where it only looks like it.
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '@/domain/textImport/frontMatter/frontMatter'
import { splitLines } from '@/domain/textImport/lines/lines'
import { parseArticle } from '@/domain/textImport/parse'
import { fieldsOf, sketchFields } from './frontMatterOf'
import { sketch } from '../sketch'

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

describe('fields without a mark above them', () => {
  it('are front matter up to the only mark, or to the first blank line when two are ours', () => {
    expect(fieldsOf('title: T', 'layout: x', '---', 'Text.')).toEqual({ title: 'T' })
    expect(fieldsOf('"title": "T",', '"tags": ["a"]', ';;;', 'Text.')).toEqual({
      title: 'T',
      topics: ['a'],
    })
    expect(fieldsOf('Title: T', 'Layout: x', 'Tags: a, b', '', 'Text.')).toEqual({
      title: 'T',
      topics: ['a', 'b'],
    })
  })

  it('are text when they are sentences', () => {
    for (const source of [
      'Note: this is text.\nWarning: so is this.\n\nMore.',
      'By: the way.\nAnd this.\n\nMore.',
      'Note: a heading\n---\nText.',
      'title: all there is\n\nText.',
    ])
      expect(parseArticle(source).article.frontMatter).toEqual({})
  })
})

describe('every key', () => {
  const keysOf = (source: string) =>
    sketchFields(readFrontMatter(source, splitLines(source)).fields)

  it('is there with its line and its value as it is written, ours or not', () => {
    const yaml =
      '---\ndate: 2014-12-10 2:53:55 -0400 # first\ndraft: true\nimage:\n  src: /a.jpg\n---\n'
    expect(keysOf(yaml)).toEqual([
      ['date', 2, '2014-12-10 2:53:55 -0400'],
      ['draft', 3, 'true'],
      ['image', 4, [['src', 5, '/a.jpg']]],
    ])
    const toml = '+++\ndate = 2014-12-10T02:53:55-04:00\nweight = 1_0\nx = {a = [true]}\n+++\n'
    expect(keysOf(toml)).toEqual([
      ['date', 2, '2014-12-10T02:53:55-04:00'],
      ['weight', 3, '1_0'],
      ['x', 4, [['a', 4, ['true']]]],
    ])
    expect(keysOf('{"draft": false,\n"n": null, "date": "2014"}\n')).toEqual([
      ['draft', 1, 'false'],
      ['n', 2, null],
      ['date', 2, '2014'],
    ])
  })
})
