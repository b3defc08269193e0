// Sections and sub-sections.
import { describe, expect, it } from 'vitest'
import { sketch, text } from '../sketch'

const within = (...parts: string[]): string[] =>
  sketch(text('T', 'Intro.', ...parts))
    .slice(2)
    .filter((line) => !line.startsWith('p '))

describe('levels that Markdown does not give', () => {
  it('are all the same where no heading stands directly above another', () => {
    expect(within('One', 'a.', 'Two', 'b.', 'Three?', 'c.')).toEqual([
      'h2 One',
      'h2 Two',
      'h2 Three?',
    ])
  })

  it('make sub-sections of what follows a heading above a heading', () => {
    expect(within('One', 'A', 'a.', 'B', 'b.', 'Two', 'C', 'c.', 'D', 'd.')).toEqual([
      'h2 One',
      'h3 A',
      'h3 B',
      'h2 Two',
      'h3 C',
      'h3 D',
    ])
  })

  it('see through a Read Also line between the two', () => {
    expect(within('One', 'Read Also: X', 'A', 'a.')).toEqual(['h2 One', 'also X', 'h3 A'])
  })

  it.each([
    'Final Words',
    'Final thoughts:',
    'Conclusion',
    'CONCLUSIONS',
    'In Conclusion',
    'The Bottom Line',
    'The Bottom Line on Sleep',
    'Takeaway',
    'Key Takeaways',
    'Summary',
    'Summary: Sleep Well',
    'Wrapping Up',
    'When to See a Doctor',
  ])('end the sub-sections at "%s"', (closing) => {
    expect(within('One', 'A', 'a.', closing, 'b.')).toEqual(['h2 One', 'h3 A', `h2 ${closing}`])
  })

  it('do not take a heading that only contains such words for a closing one', () => {
    for (const heading of [
      'Summary of the Evidence',
      'No Conclusion Yet',
      'Bottom Line Stretching',
    ]) {
      expect(within('One', 'A', 'a.', heading, 'b.').at(-1)).toBe(`h3 ${heading}`)
    }
  })

  it('end the sub-sections at a separating line, a FAQ section and the sources', () => {
    expect(within('One', 'A', 'a.', '***', 'Two', 'b.')).toEqual(['h2 One', 'h3 A', 'h2 Two'])
    expect(within('One', '***', 'A', 'a.')).toEqual(['h2 One', 'h3 A'])
    expect(within('One', 'A', 'a.', 'FAQ', 'Why?', 'So.', 'Two', 'b.').at(-1)).toBe('h2 Two')
    expect(within('One', 'A', 'a.', 'Sources', '- S', 'Two', 'b.').slice(-2)).toEqual([
      'h2 Two',
      'src S',
    ])
  })
})

describe('levels that Markdown gives', () => {
  it('win', () => {
    expect(
      within('## One', '### A', 'a.', '## Two', 'b.', '## Three', 'c.', '### B', 'd.'),
    ).toEqual(['h2 One', 'h3 A', 'h2 Two', 'h2 Three', 'h3 B'])
  })

  it('begin at the shallowest and know two depths', () => {
    expect(within('### One', 'a.', '#### A', 'b.', '###### B', 'c.')).toEqual([
      'h2 One',
      'h3 A',
      'h3 B',
    ])
    expect(sketch(text('Intro.', '# One', 'a.', '## A', 'b.', '# Two', 'c.')).slice(1)).toEqual([
      'h2 One',
      'p a.',
      'h3 A',
      'p b.',
      'h2 Two',
      'p c.',
    ])
  })

  it('are read without closing signs and emphasis', () => {
    expect(within('## One ##', 'a.', '##  **Two**', 'b.', '## C#', 'c.')).toEqual([
      'h2 One',
      'h2 Two',
      'h2 C#',
    ])
  })

  it('need a space: "#walk" is text', () => {
    expect(within('## One', 'a.', '#walk')).toEqual(['h2 One'])
  })
})
