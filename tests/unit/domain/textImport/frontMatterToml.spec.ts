// Front matter in TOML, as Hugo and Zola write it: understood, or refused with its line.
import { describe, expect, it } from 'vitest'
import { fieldsOf, refusalOf } from './frontMatterOf'

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
