// Values of front matter as parts of their source: where they stand, and what they say.
import { describe, expect, it } from 'vitest'
import {
  isText,
  lineAt,
  phraseAt,
  refusedLine,
  withPlainMargins,
} from '@/domain/textImport/frontMatter/frontMatterValues'
import { splitLines } from '@/domain/textImport/lines/lines'
import { frontMatterText } from './frontMatterOf'

/** The phrase of a source between « and », which says `meant`, or else what stands there. */
function phraseOf(marked: string, meant?: string) {
  const from = marked.indexOf('«')
  const to = marked.indexOf('»') - 1
  const source = marked.replace(/[«»]/g, '')
  return phraseAt(frontMatterText(source), from, to, meant ?? source.slice(from, to))
}

describe('the phrase between two places', () => {
  it.each([
    ['one word', 'a: «Sleep»', 'Sleep', [[3, 8]]],
    ['without the blanks on its sides', 'a:«  Sleep \u200b»', 'Sleep', [[4, 9]]],
    [
      'on two lines',
      'a: «One\n  two»\nb: c',
      'One two',
      [
        [3, 6],
        [9, 12],
      ],
    ],
    [
      'with a blank line within',
      'a: «One\n\n  two»',
      'One two',
      [
        [3, 6],
        [10, 13],
      ],
    ],
    [
      'with lines that end in CRLF',
      'a: «One\r\n  two»',
      'One two',
      [
        [3, 6],
        [10, 13],
      ],
    ],
  ])('is its own words: %s', (_, marked, text, spans) => {
    const phrase = phraseOf(marked)
    expect(phrase).toMatchObject({ text, decoded: null })
    expect(phrase?.spans.map(({ start, end }) => [start, end])).toEqual(spans)
  })

  it.each([
    ['an escape', 'a: "«x\\u00e9»"', 'xé'],
    ['a quote written twice', "a: '«it''s»'", "it's"],
    ['a text that is repeated', 'a: «*b»', 'Sleep'],
  ])('is what it means, at the place where it is written: %s', (_, marked, meant) => {
    const phrase = phraseOf(marked, meant)
    expect(phrase).toMatchObject({ text: meant, decoded: meant, line: 1 })
    expect(phrase?.spans).toHaveLength(1)
  })

  it.each([
    ['nothing', 'a: «»', ''],
    ['blanks', 'a: «  »', '  '],
    ['an escape of a blank', 'a: "«\\n»"', '\n'],
    ['signs that mean nothing', 'a: «""»', ''],
  ])('is null where it says nothing: %s', (_, marked, meant) => {
    expect(phraseOf(marked, meant)).toBeNull()
  })

  it('counts from where the front matter begins in its source', () => {
    const source = '---\na: Sleep\n---'
    const [, line] = splitLines(source)
    const front = { text: 'a: Sleep', start: 4, lines: [line!] }
    const phrase = phraseAt(front, 7, 12, 'Sleep')
    expect(phrase).toMatchObject({ text: 'Sleep', decoded: null, line: 2 })
    expect(source.slice(phrase?.spans[0].start, phrase?.spans[0].end)).toBe('Sleep')
  })
})

describe('a value', () => {
  it('is a text, and no list, map or nothing', () => {
    expect(isText(phraseOf('a: «b»'))).toBe(true)
    for (const value of [null, { items: [] }, { fields: [] }]) expect(isText(value)).toBe(false)
  })
})

describe('the line of a place', () => {
  const lines = splitLines('One\n\nthree\n')

  it.each([
    ['in it', 1, 1],
    ['at its end', 3, 1],
    ['above it, where that is blank', 4, 3],
    ['at its beginning', 5, 3],
    ['above it, where nothing comes below', 99, 3],
  ])('is the one with the place %s', (_, at, number) => {
    expect(lineAt(lines, at)?.number).toBe(number)
  })

  it('is none without lines', () => {
    expect(lineAt([], 0)).toBeUndefined()
  })
})

describe('a line that is refused', () => {
  it('is named with its number and the beginning of its text', () => {
    const [, line] = splitLines(`One\n${'x'.repeat(200)}`)
    expect(refusedLine(line, 'frontMatterTab')).toEqual({
      issue: { code: 'frontMatterTab', line: 2, text: `${'x'.repeat(79)}…` },
    })
  })

  it('is the first where there is none', () => {
    expect(refusedLine(undefined, 'frontMatterLine')).toEqual({
      issue: { code: 'frontMatterLine', line: 1, text: '' },
    })
  })
})

describe('plain margins', () => {
  it.each([
    ['blanks of every kind are spaces', '\u00a0\u3000\ufeff- a', '   - a'],
    ['invisible signs are spaces', 'a:\n\u200b\u200bb', 'a:\n  b'],
    ['tabs stay, so that they are refused', '\t- a', '\t- a'],
    ['what stands behind a word stays', 'a\u00a0b\u200b', 'a\u00a0b\u200b'],
    ['CR alone is LF', 'a\r\u00a0b', 'a\n b'],
    ['CRLF stays', 'a\r\n\u00a0b', 'a\r\n b'],
    ['a blank line with CRLF stays', 'a\r\n\r\nb', 'a\r\n\r\nb'],
    ['nothing is nothing', '', ''],
  ])('%s, and no place moves', (_, text, plain) => {
    expect(withPlainMargins(text)).toBe(plain)
    expect(plain).toHaveLength(text.length)
  })
})
