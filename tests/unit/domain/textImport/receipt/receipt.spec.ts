// Where each character goes.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '@/domain/textImport/parse'

/** Each entry as its text and where it went. */
const receiptOf = (source: string): string[] =>
  parseArticle(source).receipt.map((entry) => {
    const text = JSON.stringify(source.slice(entry.start, entry.end))
    return `${entry.line} ${text} ${'into' in entry ? entry.into : `(${entry.dropped})`}`
  })

describe('the receipt', () => {
  it('names the byte order mark, joined lines and white space', () => {
    expect(receiptOf('\ufeffOne \r\n two,\n\n- three.\n')).toEqual([
      String.raw`1 "${'\ufeff'}" (byteOrderMark)`,
      '1 "One" blocks/0/text',
      String.raw`1 " \r\n " (joinedLine)`,
      '2 "two," blocks/0/text',
      String.raw`2 "\n\n" (whiteSpace)`,
      '4 "- " (listMark)',
      '4 "three." blocks/1/items/0',
      String.raw`4 "\n" (whiteSpace)`,
    ])
  })

  it('names the marks around titles, links and questions', () => {
    expect(receiptOf('# T #\nA.\nRead Also: “X” (https://x.org)\nFAQ\nQ: Why?\nA: So.')).toEqual([
      '1 "# " (headingMark)',
      '1 "T" title/text',
      '1 " #" (headingMark)',
      String.raw`1 "\n" (whiteSpace)`,
      '2 "A." blocks/0/text',
      String.raw`2 "\n" (whiteSpace)`,
      '3 "Read Also: “" (readAlsoMark)',
      '3 "X" blocks/1/title',
      '3 "” (" (readAlsoMark)',
      '3 "https://x.org" blocks/1/url',
      '3 ")" (readAlsoMark)',
      String.raw`3 "\n" (whiteSpace)`,
      '4 "FAQ" blocks/2/heading',
      String.raw`4 "\n" (whiteSpace)`,
      '5 "Q: " (questionMark)',
      '5 "Why?" blocks/2/items/0/question',
      String.raw`5 "\n" (whiteSpace)`,
      '6 "A: " (answerMark)',
      '6 "So." blocks/2/items/0/answer/0/text',
    ])
  })

  it('names the fields of the front matter', () => {
    expect(receiptOf('---\ntitle: "T"\ntopics: [a, b]\nx: y\n---\nText.')).toEqual([
      '1 "---" (frontMatterMark)',
      String.raw`1 "\n" (whiteSpace)`,
      String.raw`2 "title: \"" (frontMatterMark)`,
      '2 "T" frontMatter/title',
      String.raw`2 "\"" (frontMatterMark)`,
      String.raw`2 "\n" (whiteSpace)`,
      '3 "topics: [" (frontMatterMark)',
      '3 "a" frontMatter/topics/0',
      '3 ", " (frontMatterMark)',
      '3 "b" frontMatter/topics/1',
      '3 "]" (frontMatterMark)',
      String.raw`3 "\n" (whiteSpace)`,
      '4 "x: y" (unknownKey)',
      String.raw`4 "\n" (whiteSpace)`,
      '5 "---" (frontMatterMark)',
      String.raw`5 "\n" (whiteSpace)`,
      '6 "Text." blocks/0/text',
    ])
  })

  it('counts an address that is also the title of its source once', () => {
    expect(receiptOf('T.\n\nSources\n- https://x.org').at(-1)).toBe(
      '4 "https://x.org" sources/0/title',
    )
  })

  it('is empty for an empty source', () => {
    expect(receiptOf('')).toEqual([])
  })
})
