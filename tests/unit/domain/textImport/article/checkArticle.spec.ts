// What stands against writing an article.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '@/domain/textImport/parse'
import { text } from '../sketch'

const issues = (...parts: string[]) => parseArticle(text('T', 'Intro.', ...parts)).issues

describe('headings without text', () => {
  const missing = (line: number, heading: string) => ({
    code: 'headingWithoutText',
    line,
    text: heading,
  })

  it('stand last, above a heading of their level, a FAQ section, or only a Read Also line', () => {
    expect(issues('One')).toEqual([missing(5, 'One')])
    expect(issues('## One', '## Two', 'x.')).toEqual([missing(5, 'One')])
    expect(issues('One', 'Final Words', 'x.')).toEqual([missing(5, 'One')])
    expect(issues('One', 'FAQ', 'Why?', 'So.')).toEqual([missing(5, 'One')])
    expect(issues('One', 'Read Also: X')).toEqual([missing(5, 'One')])
    expect(issues('One', 'Sources', '- S')).toEqual([missing(5, 'One')])
    expect(issues('One', 'Two', 'Three', 'x.')).toEqual([missing(5, 'One')])
  })

  it('are not those above their sub-section', () => {
    expect(issues('One', 'Two', 'x.')).toEqual([])
    expect(issues('## One', '### Two', 'x.')).toEqual([])
    expect(issues('One', 'Read Also: X', 'x.')).toEqual([])
  })
})

describe('questions', () => {
  it('are not asked twice, in other words or marks neither', () => {
    expect(issues('FAQ', 'Why me?', 'So.', 'WHY “me”?', 'No.')).toEqual([
      { code: 'questionTwice', line: 11, text: 'WHY “me”?', firstLine: 7 },
    ])
  })
})

describe('addresses', () => {
  it.each(['ftp://x.org/a', 'javascript:alert(1)', 'mailto:a@x.org'])('may not be %s', (url) => {
    expect(issues(`Read Also: X ${url}`)).toEqual([{ code: 'badUrl', line: 5, text: url }])
  })

  it('may not be paths or too long', () => {
    expect(issues('Read Also: [X](/x)')).toEqual([{ code: 'badUrl', line: 5, text: '/x' }])
    expect(issues(`Read Also: X https://x.org/${'a'.repeat(2040)}`)).toMatchObject([
      { code: 'badUrl' },
    ])
  })
})

describe('lengths', () => {
  const long = (length: number): string => 'word '.repeat(length / 5 - 1) + 'word'

  it('are capped for marked titles, headings and questions', () => {
    expect(parseArticle(`# ${long(205)}\n\nText.`).issues).toEqual([
      { code: 'tooLong', line: 1, what: 'title', length: 204, limit: 200 },
    ])
    expect(issues(`## ${long(205)}`, 'x.')).toMatchObject([{ what: 'heading', line: 5 }])
    expect(issues('## FAQ', `### ${long(305)}`, 'x.')).toMatchObject([
      { what: 'question', line: 7 },
    ])
  })

  it('are capped for answers and the whole body', () => {
    expect(issues('FAQ', 'Why?', `${long(3000)}.`, `${long(3000)}.`)).toEqual([
      { code: 'tooLong', line: 7, what: 'answer', length: 6000, limit: 5000 },
    ])
    expect(issues(...Array<string>(30).fill(`${long(10_000)}.`))).toMatchObject([
      { what: 'body', line: 1, limit: 200_000 },
    ])
  })
})
