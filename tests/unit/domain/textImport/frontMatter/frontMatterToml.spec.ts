// Front matter in TOML, as Hugo and Zola write it: understood, or refused with its line.
import { describe, expect, it } from 'vitest'
import { readToml } from '@/domain/textImport/frontMatter/frontMatterToml'
import { isText, type FrontMatterValue } from '@/domain/textImport/frontMatter/frontMatterValues'
import type { Phrase } from '@/domain/textImport/lines/phrase'
import { fieldsOf, frontMatterText, refusalOf, sketchFields } from './frontMatterOf'

const toml = (...lines: string[]) => fieldsOf('+++', ...lines, '+++', 'Text.')

describe('TOML', () => {
  it('stands between lines of three plus signs', () => {
    expect(
      toml(
        '# A comment',
        'title = "Sleep \\"Well\\""',
        "author = 'Jane Roe, MD' # behind a value",
        'tags = [',
        '  "a", # one',
        "  'b',",
        ']',
        'summary = """',
        'One',
        'two"""',
        'lastReviewed = 2024-02-29',
      ),
    ).toEqual({
      title: 'Sleep "Well"',
      authors: ['Jane Roe, MD'],
      topics: ['a', 'b'],
      summary: 'One two',
      lastReviewed: '2024-02-29',
    })
  })

  it('may have the fields in the tables that Zola and Hugo put them into', () => {
    expect(
      toml('title = "T"', '[taxonomies]', 'tags = ["a"]', '[extra]', 'author = "A"', '[x.y]'),
    ).toEqual({ title: 'T', topics: ['a'], authors: ['A'] })
    expect(toml('[author]', 'name = "Jane"')).toEqual({ authors: ['Jane'] })
    expect(toml('author = { name = "Jane", site = "/jane" }')).toEqual({ authors: ['Jane'] })
  })

  it.each([
    [['+++', 'title = "T', '+++', 'Text.'], '2 frontMatterToml'],
    [['+++', '', 'x = 1', 'title: T', '+++', 'Text.'], '4 frontMatterToml'],
    [['+++', 'x = 1', 'x = 2', '+++', 'Text.'], '3 frontMatterToml'],
    [['+++', 'title = "T"', '', 'Text.'], '1 frontMatterNotClosed'],
  ])('is refused with its line: %#', (lines, expected) => {
    expect(refusalOf(...lines)).toBe(expected)
  })
})

describe('readToml', () => {
  /** All texts in a value, in their order. */
  function phrasesOf(value: FrontMatterValue): Phrase[] {
    if (value === null) return []
    if (isText(value)) return [value]
    return 'items' in value
      ? value.items.flatMap(phrasesOf)
      : value.fields.flatMap((field) => phrasesOf(field.value))
  }

  it('gives every key with its line, and a list, a map or a text as its value', () => {
    const tree = readToml(
      frontMatterText('a = 1_0\n\nb = [\n  "x", ["y"],\n]\n[c]\nd = true\ne = { f = "" }\n'),
    )
    expect('fields' in tree && sketchFields(tree.fields)).toEqual([
      ['a', 1, '1_0'],
      ['b', 3, ['x', ['y']]],
      [
        'c',
        6,
        [
          ['d', 7, 'true'],
          ['e', 8, [['f', 8, null]]],
        ],
      ],
    ])
  })

  it.each([
    ['a = "One"', ['One']],
    ["a = 'One'", ['One']],
    ['a = 2024-02-29 # a leap day', ['2024-02-29']],
    ['a = 2024-02-29 12:00:00', ['2024-02-29 12:00:00']],
    ['a = 2024-02-29T12:00:00.5Z', ['2024-02-29T12:00:00.5Z']],
    ['a = [-1.5, +inf, 1e-3]', ['-1.5', '+inf', '1e-3']],
    ['a = [2023, # the "first"\n2024]', ['2023', '2024']],
    ['a = ["#1", "=2", "3."]', ['#1', '=2', '3.']],
    ['"a = b" = "One"', ['One']],
    ['a . "b=c".d = 5', ['5']],
    ['a = { b = "b", c = 3, "d = 4".e = true }', ['b', '3', 'true']],
  ])('gives the values that stand in the source where they say: %s', (source, values) => {
    const tree = readToml(frontMatterText(source))
    const written = 'fields' in tree ? phrasesOf({ fields: tree.fields }) : []
    expect(written.map(({ text }) => text)).toEqual(values)
    expect(written.map(({ spans: [{ start, end }] }) => source.slice(start, end))).toEqual(values)
  })

  it('gives the issue instead', () => {
    expect(readToml(frontMatterText('a = 1\n\nb: 2\nc = 3'))).toEqual({
      issue: { code: 'frontMatterToml', line: 3, text: 'b: 2' },
    })
  })
})
