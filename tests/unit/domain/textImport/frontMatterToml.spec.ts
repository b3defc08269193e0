// Front matter in TOML.
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/checkReceipt'
import { parseArticle } from '@/domain/textImport/parse'

/** The fields of a source that is understood, and the text below them. */
function read(...lines: string[]) {
  const source = lines.join('\n')
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toEqual([])
  expect(result.article.blocks).toEqual([{ type: 'paragraph', text: 'Text.' }])
  return result.article.frontMatter
}
const toml = (...lines: string[]) => read('+++', ...lines, '+++', 'Text.')

/** Line and code of the one issue. */
function refused(...lines: string[]): string {
  const source = lines.join('\n')
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toHaveLength(1)
  return result.issues.map(({ line, code }) => `${line} ${code}`).join()
}

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
    expect(refused(...lines)).toBe(expected)
  })
})
