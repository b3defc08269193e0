// Front matter in YAML, TOML and JSON, as other systems write it: understood, or refused with its line.
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/checkReceipt'
import { parseArticle } from '@/domain/textImport/parse'
import { readFrontMatter } from '@/domain/textImport/frontMatter'
import { splitLines } from '@/domain/textImport/lines'
import type { FrontMatterField, FrontMatterValue } from '@/domain/textImport/frontMatterValues'
import { Phrase } from '@/domain/textImport/phrase'

/** The fields of a source that is understood, and the text below them. */
function read(...lines: string[]) {
  const source = lines.join('\n')
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toEqual([])
  expect(result.article.blocks).toEqual([{ type: 'paragraph', text: 'Text.' }])
  return result.article.frontMatter
}

describe('fields without a mark above them', () => {
  it('are front matter up to the only mark, or to the first blank line when two are ours', () => {
    expect(read('title: T', 'layout: x', '---', 'Text.')).toEqual({ title: 'T' })
    expect(read('"title": "T",', '"tags": ["a"]', ';;;', 'Text.')).toEqual({
      title: 'T',
      topics: ['a'],
    })
    expect(read('Title: T', 'Layout: x', 'Tags: a, b', '', 'Text.')).toEqual({
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
  const told = (value: FrontMatterValue): unknown => {
    if (value === null || value instanceof Phrase) return value?.text ?? null
    return 'items' in value ? value.items.map(told) : listed(value.fields)
  }
  const listed = (fields: FrontMatterField[]): unknown[] =>
    fields.map(({ key, line, value }) => [key, line, told(value)])
  const keysOf = (source: string) => listed(readFrontMatter(source, splitLines(source)).fields)

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
