// Proposed titles and summaries.
import { describe, expect, it } from 'vitest'
import type { Block } from '@/domain/textImport/importedArticle'
import { proposeSummary, proposeTitle } from '@/domain/textImport/article/propose'

const section = (text: string): Block => ({ type: 'heading', level: 2, text })
const subSection = (text: string): Block => ({ type: 'heading', level: 3, text })
const paragraph = (text: string): Block => ({ type: 'paragraph', text })
const faq = (...questions: string[]): Block => ({
  type: 'faqSection',
  heading: 'FAQ',
  items: questions.map((question) => ({ question, answer: [] })),
})

const title = (...blocks: Block[]): string | undefined => proposeTitle(blocks)?.text

describe('a proposed title', () => {
  it('is the run of words that sections and questions share', () => {
    expect(title(section('What Helps With Stiff Knees?'), faq('Why do stiff knees hurt?'))).toBe(
      'Stiff Knees',
    )
    expect(
      title(
        section('Causes of Pain in the Neck'),
        section('How to Ease Pain in the Neck'),
        faq('Is pain in the neck bad?'),
      ),
    ).toBe('Pain in the Neck')
  })

  it('prefers what more headings share over what is longer', () => {
    expect(
      title(
        section('Why Good Sleep Matters'),
        section('Good Sleep in a Warm Room'),
        section('A Good Sleep for Children'),
        section('Good Sleep in a Cold Room'),
        faq('What is good sleep in a warm room?'),
      ),
    ).toBe('Good Sleep')
  })

  it('does not join words across a comma', () => {
    expect(title(section('Sleep, Rest'), section('Sleep, Rest and Eat'))).toBe('Sleep, Rest')
  })

  it('needs two words that say something', () => {
    expect(proposeTitle([section('What Can You Do?'), section('What Can You Eat?')])).toEqual({
      text: 'What Can You Do?',
      proposed: true,
      from: 'firstHeading',
    })
  })

  it('takes no account of sub-sections and closing words', () => {
    expect(title(section('Nights'), subSection('Good Sleep'), subSection('Good Sleep Now'))).toBe(
      'Nights',
    )
    expect(title(section('Final Words'), section('Sleep'))).toBe('Sleep')
  })

  it('is made of the first words where there are no headings', () => {
    expect(proposeTitle([paragraph('Sleep is good. Very good.')])).toEqual({
      text: 'Sleep is good',
      proposed: true,
      from: 'firstWords',
    })
    const long = title(paragraph('So '.repeat(100)))
    expect(long).toMatch(/^(So )*So$/)
    expect(long?.length).toBeLessThanOrEqual(80)
    expect(title({ type: 'list', ordered: false, start: 1, items: ['Sleep', 'Eat'] })).toBe('Sleep')
    expect(proposeTitle([])).toBeNull()
  })
})

describe('a proposed summary', () => {
  const sentence = 'This sentence has exactly sixty characters, no more, no less.'

  it('has whole sentences up to about 200 characters', () => {
    expect(sentence).toHaveLength(61)
    expect(proposeSummary([paragraph(Array(5).fill(sentence).join(' '))])?.text).toBe(
      Array(3).fill(sentence).join(' '),
    )
  })

  it('takes the introduction, else the first paragraph', () => {
    expect(
      proposeSummary([paragraph('A.'), paragraph('B.'), section('S'), paragraph('C.')])?.text,
    ).toBe('A. B.')
    expect(proposeSummary([section('S'), paragraph('C.')])?.text).toBe('C.')
    expect(proposeSummary([section('S')])).toBeNull()
  })

  it('keeps a first sentence of up to 300 characters and cuts a longer one between words', () => {
    const of = (length: number): string =>
      proposeSummary([paragraph('word '.repeat(length / 5).trim())])?.text ?? ''
    expect(of(300)).toHaveLength(299)
    expect(of(400)).toMatch(/^(word )*word…$/)
    expect(of(400).length).toBeLessThanOrEqual(200)
  })

  it('leaves HTML out', () => {
    expect(proposeSummary([paragraph('<div>'), paragraph('Text.')])?.text).toBe('Text.')
  })
})
