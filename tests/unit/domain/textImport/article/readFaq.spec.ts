// FAQ sections: what is a question, what an answer, and where the section ends.
import { describe, expect, it } from 'vitest'
import { sketch, text } from '../sketch'

const within = (...parts: string[]): string[] => sketch(text('T', 'Intro.', ...parts)).slice(2)
const ONE = ['faq FAQ', '  q Why?', '  p So.']

describe('the heading', () => {
  it.each([
    'People Also Ask',
    'PEOPLE ALSO ASK',
    'People also ask:',
    'People Also Ask About Sleep',
    'FAQ',
    'FAQs',
    'FAQs about Sleep',
    'FAQ: Sleep',
    'Frequently Asked Questions',
    'Frequently Asked Questions (FAQs)',
    'Frequently Asked Questions for Runners',
    'Questions and Answers',
    'Q&A',
  ])('"%s"', (heading) => {
    expect(within(heading, 'Why?', 'So.')).toEqual([`faq ${heading}`, ...ONE.slice(1)])
  })

  it('may be marked or emphasised', () => {
    expect(within('## FAQ', 'Why?', 'So.')).toEqual(ONE)
    expect(within('**FAQ**', 'Why?', 'So.')).toEqual(ONE)
  })

  it.each([
    'People\u00a0Also\u00a0Ask',
    'People  Also\u2009Ask',
    'People Also\u3000Ask',
    '\u200bPeople Also Ask\u200d',
    'Peo\u00adple Also\u200b Ask',
    'People Also Ask：',
    'People Also Ask.',
    'People also ask?',
    'People Also Ask …',
    '“People Also Ask”',
    '"People Also Ask"',
    '**People Also Ask**:',
    '**People Also Ask:**',
    '❓ People Also Ask',
    '## 5. People Also Ask ##',
    'FAQ:',
    'FAQ.',
    'FAQ!',
    'FAQ’s',
    "FAQ's",
    'F.A.Q.',
    'FAQs — Sleep',
    'FAQs – Sleep',
    'FAQ section',
    'Frequently-Asked Questions',
    'Frequently\u2011Asked\u00a0Questions',
    'Frequently Asked Questions (FAQ)',
    'Questions & Answers',
    'Q and A',
    'Q ＆ A',
    'Your Questions Answered',
    'Commonly Asked Questions',
  ])('%j, whatever its blanks, signs and dashes', (heading) => {
    const [first = '', ...rest] = within(heading, 'Why?', 'So.')
    expect([first.startsWith('faq '), ...rest]).toEqual([true, ...ONE.slice(1)])
  })

  it('ends at closing words and sources that are written as oddly', () => {
    for (const heading of ['Final\u00a0Words', 'In  Conclusion:', 'Wrap\u2011up', '“Conclusion”']) {
      expect(within('FAQ', 'Why?', 'So.', heading, 'Text.').at(-2), heading).toMatch(/^h2 /)
    }
    expect(within('FAQ', 'Why?', 'So.', 'Sources\u00a0:', '- A book').at(-1)).toBe('src A book')
  })

  it('is not any line with those words', () => {
    expect(within('FAQ pages are useful.', 'Why?', 'So.')[0]).toBe('p FAQ pages are useful.')
  })
})

describe('questions', () => {
  it.each([
    ['Q: Why?', 'A: So.'],
    ['Q. Why?', 'A. So.'],
    ['Q1: Why?', 'A1: So.'],
    ['Question 1: Why?', 'Answer: So.'],
    ['1. Why?', 'So.'],
    ['1) Why?', 'So.'],
    ['- Why?', 'So.'],
    ['**Why?**', 'So.'],
    ['**Q: Why?**', '**A:** So.'],
    ['**Q:** Why?', 'A: So.'],
    ['### Why?', 'So.'],
    ['### 1. Why?', 'So.'],
  ])('%s / %s', (question, answer) => {
    expect(within('FAQ', question, answer)).toEqual(ONE)
    expect(within('FAQ', `${question}\n${answer}`)).toEqual(ONE)
  })

  it('may follow one another without blank lines when they are marked', () => {
    expect(within('FAQ\nQ: Why?\nA: So.\nQ: When?\nA: Now.')).toEqual([
      ...ONE,
      '  q When?',
      '  p Now.',
    ])
    expect(within('FAQ\n1. Why?\nSo.\n2. When?\nNow.')).toEqual([...ONE, '  q When?', '  p Now.'])
  })

  it('may have a sentence before them, or be wrapped', () => {
    expect(within('FAQ', 'My knee clicks. Is that bad?', 'No.')[1]).toBe(
      '  q My knee clicks. Is that bad?',
    )
    expect(within('FAQ', 'How long does it take until\nthe knee is quiet?', 'Days.')[1]).toBe(
      '  q How long does it take until the knee is quiet?',
    )
  })

  it('keep a number that belongs to them', () => {
    expect(within('FAQ', '3.5 km a day: is that enough?', 'Yes.')[1]).toBe(
      '  q 3.5 km a day: is that enough?',
    )
  })

  it('are marked headings in any form below the level of the FAQ heading', () => {
    expect(
      within('## FAQ', '### How to begin', 'Now.', '#### A note', 'Slowly.', '## Two', 'x.'),
    ).toEqual([
      'faq FAQ',
      '  q How to begin',
      '  p Now.',
      '  p A note',
      '  p Slowly.',
      'h2 Two',
      'p x.',
    ])
  })

  it('may be marked on the level of the FAQ heading', () => {
    expect(within('## FAQ', '## Why?', 'So.', '## Final Words', 'x.')).toEqual([
      ...ONE,
      'h2 Final Words',
      'p x.',
    ])
    expect(within('## FAQ', '### Why?', 'So.', '## What else?', 'x.').slice(-2)).toEqual([
      'h2 What else?',
      'p x.',
    ])
  })
})

describe('answers', () => {
  it('may have several paragraphs and lists', () => {
    expect(within('FAQ', 'Why?', 'So.', '- a\n- b', 'And so.', 'When?', '1. x\n2. y')).toEqual([
      ...ONE,
      '  ul a | b',
      '  p And so.',
      '  q When?',
      '  ol1 x | y',
    ])
  })

  it('may be short lines without closing punctuation', () => {
    expect(
      within('FAQ', 'Why?', 'No reason', 'None at all', 'When?', 'Now', 'Final Words', 'x.'),
    ).toEqual([
      'faq FAQ',
      '  q Why?',
      '  p No reason',
      '  p None at all',
      '  q When?',
      '  p Now',
      'h2 Final Words',
      'p x.',
    ])
  })

  it('begin after an answer mark on a line of its own', () => {
    expect(within('FAQ', 'Q: Why?', 'A:\nSo.')).toEqual(ONE)
    expect(within('FAQ', 'Q: Why?', 'A:', 'So.')).toEqual(ONE)
  })

  it('keep "A." where the question is not marked', () => {
    expect(within('FAQ', 'Who?', 'A. Smith was first.')[2]).toBe('  p A. Smith was first.')
  })

  it('may end in a question', () => {
    const answer = `It depends on many things, and ${'on more, '.repeat(15)}of course. Who knows?`
    expect(within('FAQ', 'Why?', answer)).toEqual([...ONE.slice(0, 2), `  p ${answer}`])
  })
})

describe('the end of the section', () => {
  it('is a short line with text below it, after an answer', () => {
    expect(within('FAQ', 'Why?', 'So.', 'Another Thing', 'Text.')).toEqual([
      ...ONE,
      'h2 Another Thing',
      'p Text.',
    ])
  })

  it('is the next FAQ section', () => {
    expect(within('FAQ', 'Why?', 'So.', 'People Also Ask', 'When?', 'Now.')).toEqual([
      ...ONE,
      'faq People Also Ask',
      '  q When?',
      '  p Now.',
    ])
  })

  it('is no separating line', () => {
    expect(within('FAQ', 'Why?', 'So.', '---', 'When?', 'Now.')).toEqual([
      ...ONE,
      '  q When?',
      '  p Now.',
    ])
  })
})

describe('what has no place in the section', () => {
  it('is put below it when it is a Read Also line', () => {
    expect(within('FAQ', 'Why?', 'So.', 'Read Also: X', 'And so.')).toEqual([
      ...ONE,
      '  p And so.',
      'also X',
    ])
  })

  it('is put above it when it is text before the first question', () => {
    expect(within('FAQ', 'You asked.', 'Why?', 'So.')).toEqual(['p You asked.', ...ONE])
  })
})

describe('issues', () => {
  it('are a question without an answer', () => {
    expect(within('FAQ', 'Why?', 'When?', 'Now.').at(-1)).toBe('!7 questionWithoutAnswer')
    expect(within('FAQ', 'Why?').at(-1)).toBe('!7 questionWithoutAnswer')
    expect(within('FAQ', 'Why?', 'Final Words', 'x.').at(-1)).toBe('!7 questionWithoutAnswer')
    expect(within('FAQ', 'Why?', 'Read Also: X').at(-1)).toBe('!7 questionWithoutAnswer')
  })

  it('are a section without questions', () => {
    expect(within('FAQ', 'Text.').at(-1)).toBe('!5 faqWithoutQuestions')
    expect(within('FAQ', 'Final Words', 'x.').at(-1)).toBe('!5 faqWithoutQuestions')
  })
})
