// The fields of the front matter.
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import { parseArticle } from '@/domain/textImport/parse'

function read(...lines: string[]) {
  const source = `---\n${lines.join('\n')}\n---\n\nText.`
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  return result
}

const fields = (...lines: string[]) => read(...lines).article.frontMatter

const dropped = (...lines: string[]): string[] =>
  read(...lines).receipt.flatMap((entry) =>
    'dropped' in entry && !['whiteSpace', 'frontMatterMark'].includes(entry.dropped)
      ? [entry.dropped]
      : [],
  )

describe('fields', () => {
  it('are all read, whatever the case of their keys', () => {
    expect(
      fields(
        'Title: Sleep Well',
        'AUTHOR: Jane Roe, MD',
        'category: Rest',
        'topics: [sleep, "night time"]',
        "summary: 'How to sleep: a guide'",
        'path: /sleep',
        'Reviewed by: John Doe',
        'last_reviewed: 2024-02-29',
      ),
    ).toEqual({
      title: 'Sleep Well',
      authors: ['Jane Roe, MD'],
      category: 'Rest',
      topics: ['sleep', 'night time'],
      summary: 'How to sleep: a guide',
      path: '/sleep',
      reviewer: 'John Doe',
      lastReviewed: '2024-02-29',
    })
  })

  it('may be lists, with commas or as items', () => {
    expect(fields('author: Jane Roe [MD]')).toEqual({ authors: ['Jane Roe [MD]'] })
    expect(fields('topics: sleep, rest,')).toEqual({ topics: ['sleep', 'rest'] })
    expect(fields('tags:', '  - sleep', '- rest', 'authors:', '  - A', '  - B')).toEqual({
      topics: ['sleep', 'rest'],
      authors: ['A', 'B'],
    })
  })

  it('have the keywords, a list or a line with commas, beside the topics', () => {
    expect(fields('keywords: sleep, "night time"', 'tags: [sleep]')).toEqual({
      keywords: ['sleep', '"night time"'],
      topics: ['sleep'],
    })
    expect(fields('keywords:', '  - sleep', '  - rest')).toEqual({ keywords: ['sleep', 'rest'] })
    expect(read(`keywords: ${'x'.repeat(121)}`).issues).toMatchObject([
      { code: 'tooLong', what: 'name' },
    ])
  })

  it('may go on below their key', () => {
    expect(fields('summary: >', '  One line', '  and another.', 'title: T')).toEqual({
      summary: 'One line and another.',
      title: 'T',
    })
  })

  it('gather the addresses of before from every key that names some', () => {
    expect(
      fields('permalink: /a.html', 'aliases:', '  - /b/', '  - "/c"', 'redirect_from: [/d, /e]'),
    ).toEqual({ formerPaths: ['/a.html', '/b/', '/c', '/d', '/e'] })
    expect(fields('permalink: /a,b.html')).toEqual({ formerPaths: ['/a,b.html'] })
  })

  it('may be lists in brackets over several lines', () => {
    const listed = ['aliases: [', '  /a, # before 2019', '  "/b",', '  /c', ']', 'title: T']
    expect(fields(...listed)).toEqual({ formerPaths: ['/a', '/b', '/c'], title: 'T' })
    expect(fields('topics: [sleep,', '  night time] # both')).toEqual({
      topics: ['sleep', 'night time'],
    })
    expect(dropped('aliases: [', ']')).toEqual(['emptyValue', 'emptyValue'])
  })

  it('hold no comment where a value can have none', () => {
    expect(fields('permalink: /a#b  # before 2019', 'aliases:', '- "/b" # later')).toEqual({
      formerPaths: ['/a#b', '/b'],
    })
    expect(fields('title: The # 1 tip', 'topics: #sleep #rest')).toEqual({
      title: 'The # 1 tip',
      topics: ['#sleep #rest'],
    })
  })

  it('are empty where YAML says so', () => {
    expect(fields('aliases: [null, ~]', 'author: ~', 'category: null', 'title: Null')).toEqual({
      title: 'Null',
    })
    expect(dropped('category: null', 'aliases:', '  - ~')).toEqual(Array(3).fill('emptyValue'))
  })

  it('give the reason for what is dropped', () => {
    expect(dropped('layout: page', 'children:', '  - /a', 'order: 1')).toEqual(
      Array(4).fill('unknownKey'),
    )
    expect(dropped('constructor: x')).toEqual(['unknownKey'])
    expect(dropped('title:')).toEqual(['emptyValue'])
    expect(dropped('title: A', 'title: B')).toEqual(['repeatedKey'])
    expect(dropped('# A comment', 'title: A')).toEqual(['frontMatterComment'])
    expect(dropped('category:', '- A', '- B')).toEqual(['secondValue'])
  })

  it('are issues when a day does not exist or a text is too long', () => {
    for (const day of ['2023-02-29', '29.2.2024', '2024-13-01', 'yesterday']) {
      expect(read(`reviewed: ${day}`).issues).toEqual([{ code: 'badDate', line: 2, text: day }])
    }
    expect(read('title: T', `author: ${'x'.repeat(121)}`).issues).toEqual([
      { code: 'tooLong', line: 3, what: 'name', length: 121, limit: 120 },
    ])
    expect(read(`summary: ${'x'.repeat(301)}`).issues).toMatchObject([{ what: 'summary' }])
    expect(read(`title: ${'x'.repeat(201)}`).issues).toMatchObject([{ what: 'title' }])
    expect(read(`path: /${'x'.repeat(200)}`).issues).toMatchObject([{ what: 'path' }])
  })
})
