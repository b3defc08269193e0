// Questions with signs or names round them: in bold, and in groups under headings of their own.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '@/domain/textImport/parse'
import { sketch, text } from './sketch'

const within = (...parts: string[]): string[] => sketch(text('T', 'Intro.', ...parts)).slice(2)
const ONE = ['faq FAQ', '  q Why?', '  p So.']

describe('a question in bold', () => {
  it('may have more behind what it asks', () => {
    expect(
      within(
        'FAQ',
        '**What is CSW? (in short)**',
        'So.',
        '**It hurts. Why? Rest is no help.**',
        'Now.',
      ),
    ).toEqual([
      'faq FAQ',
      '  q What is CSW? (in short)',
      '  p So.',
      '  q It hurts. Why? Rest is no help.',
      '  p Now.',
    ])
  })
})

describe('groups of questions', () => {
  const names = (source: string): string[] =>
    parseArticle(source).receipt.flatMap((entry) =>
      'dropped' in entry && entry.dropped === 'faqGroup'
        ? [source.slice(entry.start, entry.end)]
        : [],
    )

  it.each([
    ['bold questions', '**Why?**', '**When?**'],
    ['deeper headings', '#### Why?', '#### When?'],
    ['marked questions', 'Q: Why?', 'Q: When?'],
  ])('have names that are no questions: %s', (_, why, when) => {
    const source = text(
      '# T',
      'Intro.',
      '## FAQ',
      '### General',
      why,
      'So.',
      '### On the road',
      when,
      'Now.',
    )
    expect(sketch(source).slice(2)).toEqual([...ONE, '  q When?', '  p Now.'])
    expect(names(source)).toEqual(['### General', '### On the road'])
  })

  it('may have names in bold', () => {
    const source = text(
      'T',
      'Intro.',
      'FAQ',
      '**General**',
      '**Why?**',
      'So.',
      '**Late**',
      '**When?**',
      'Now.',
    )
    expect(sketch(source).slice(2)).toEqual([...ONE, '  q When?', '  p Now.'])
    expect(names(source)).toEqual(['**General**', '**Late**'])
  })

  it('are none where a heading without a question mark has an answer', () => {
    expect(within('## FAQ', '### How to sleep', 'So.', '### Why?', 'Now.')).toEqual([
      'faq FAQ',
      '  q How to sleep',
      '  p So.',
      '  q Why?',
      '  p Now.',
    ])
  })
})
