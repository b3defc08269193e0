// What a person who imports is told.
import { describe, expect, it } from 'vitest'
import type { ImportIssue } from '@/domain/textImport/importedArticle'
import { describeIssue, excerpt } from '@/domain/textImport/messages'

const ISSUES: ImportIssue[] = [
  { code: 'empty', line: 1 },
  { code: 'tooLarge', line: 1, bytes: 6_200_000, limit: 5_000_000 },
  { code: 'nul', line: 1 },
  { code: 'binary', line: 1, character: 'U+0007' },
  { code: 'foreign', line: 1, format: 'pdf' },
  { code: 'utf16', line: 1 },
  { code: 'notUtf8', line: 1 },
  { code: 'noText', line: 1 },
  { code: 'tooManyLines', line: 1, limit: 20_000 },
  { code: 'headingWithoutText', line: 1, text: 'One' },
  { code: 'faqWithoutQuestions', line: 1, text: 'FAQ' },
  { code: 'questionWithoutAnswer', line: 1, text: 'Why?' },
  { code: 'questionTwice', line: 9, text: 'Why?', firstLine: 5 },
  { code: 'readAlsoWithoutTitle', line: 1 },
  { code: 'badUrl', line: 1, text: 'ftp://x.org' },
  { code: 'badDate', line: 1, text: 'yesterday' },
  { code: 'frontMatterNotClosed', line: 1 },
  { code: 'frontMatterLine', line: 1, text: 'And this.' },
  { code: 'frontMatterOpen', line: 1, text: 'title: "T' },
  { code: 'frontMatterTab', line: 1, text: '- a' },
  { code: 'frontMatterTag', line: 1, text: 'title: !include x' },
  { code: 'frontMatterRepeats', line: 1, text: 'tags: *x' },
  { code: 'frontMatterDepth', line: 1, text: 'a: [[' },
  { code: 'frontMatterToml', line: 1, text: 'title: T' },
  { code: 'frontMatterValue', line: 1, text: 'title' },
  { code: 'frontMatterLanguage', line: 1 },
  { code: 'frontMatterTooLong', line: 1, limit: 100_000 },
  { code: 'tooLong', line: 1, what: 'summary', length: 301, limit: 300 },
]

describe('describeIssue', () => {
  it.each(ISSUES)('$code: says what is wrong, then what to do', (issue) => {
    const message = describeIssue(issue)
    expect(message).toMatch(/^[^A-Z]/)
    expect(message).toMatch(/[.?] [A-Z].*\.$/)
    expect(message).not.toMatch(/undefined|NaN|\[object/)
  })

  it('quotes what the source says', () => {
    expect(describeIssue({ code: 'questionTwice', line: 9, text: 'Why?', firstLine: 5 })).toBe(
      'the question “Why?” was already asked on line 5. Delete one of the two.',
    )
  })
})

describe('excerpt', () => {
  it('has at most 80 characters', () => {
    expect(excerpt('short')).toBe('short')
    expect(excerpt('x'.repeat(200))).toBe(`${'x'.repeat(79)}…`)
  })
})
