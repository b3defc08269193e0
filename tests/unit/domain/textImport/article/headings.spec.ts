// Which line is the title, and which lines are headings.
import { describe, expect, it } from 'vitest'
import { sketch, text } from '../sketch'

describe('a title line', () => {
  it('is a first short line or question above text', () => {
    expect(sketch(text('Sleep Better', 'Here is how.', 'At Night', 'Rest.'))[0]).toBe(
      't Sleep Better',
    )
    expect(sketch(text('How Do You Sleep Better?', 'Here is how.'))[0]).toBe(
      't How Do You Sleep Better?',
    )
    expect(sketch('Sleep Better\nHere is how.')[0]).toBe('t Sleep Better')
    expect(sketch(text('Sleep Better', '- Early\n- Long'))[0]).toBe('t Sleep Better')
  })

  it('is not the first line when that is a paragraph', () => {
    expect(sketch(text('Here is how.', 'At Night', 'Rest.'))[0]).toBe('p Here is how.')
  })

  it('stands above a heading when no other heading stands above one', () => {
    expect(sketch(text('Sleep Better', 'At Night', 'Rest.', 'By Day', 'Walk.'))).toEqual([
      't Sleep Better',
      'h2 At Night',
      'p Rest.',
      'h2 By Day',
      'p Walk.',
    ])
  })

  it('does not take short answers below questions for sections', () => {
    const faq = ['FAQ', 'Why?', 'No reason', 'When?', 'Any time']
    expect(sketch(text('Sleep Better', 'At Night', 'Rest.', ...faq))[0]).toBe('t Sleep Better')
  })

  it('is a section instead when a later section begins in the same way', () => {
    expect(sketch(text('Nights', 'Early', 'Rest.', 'Days', 'Late', 'Walk.'))).toEqual([
      'h2 Nights',
      'h3 Early',
      'p Rest.',
      'h2 Days',
      'h3 Late',
      'p Walk.',
    ])
  })

  it('is certain where three headings stand in a row, and above a named or marked heading', () => {
    expect(
      sketch(text('Sleep', 'Nights', 'Early', 'Rest.', 'Days', 'Late', 'Walk.')).slice(0, 3),
    ).toEqual(['t Sleep', 'h2 Nights', 'h3 Early'])
    expect(sketch(text('Sleep', 'FAQ', 'Why?', 'So.'))[0]).toBe('t Sleep')
    expect(sketch(text('Sleep', '## Nights', 'Rest.'))[0]).toBe('t Sleep')
  })

  it('is a first `#` heading, or the only one', () => {
    expect(sketch('# Sleep\n\nIntro.\n\n## Nights\n\nRest.')).toEqual([
      't Sleep',
      'p Intro.',
      'h2 Nights',
      'p Rest.',
    ])
    expect(sketch(text('Above all.', '# Sleep', 'Intro.'))).toEqual([
      't Sleep',
      'p Above all.',
      'p Intro.',
    ])
    expect(sketch(text('Intro.', '# One', 'Text.', '# Two', 'Text.'))[1]).toBe('h2 One')
  })

  it('is no FAQ heading, and needs text below it', () => {
    expect(sketch(text('FAQ', 'Why?', 'So.'))[0]).toBe('faq FAQ')
    expect(sketch('Sleep Better')).toEqual(['h2 Sleep Better', '!1 headingWithoutText'])
  })
})

describe('short lines in a text whose sections are marked with #', () => {
  const source = text('# T', 'Intro.', '## One', 'A short line', 'Text.', 'Why not?', 'Text.')

  it('are ordinary text', () => {
    expect(sketch(source)).toEqual([
      't T',
      'p Intro.',
      'h2 One',
      'p A short line',
      'p Text.',
      'p Why not?',
      'p Text.',
    ])
  })

  it('are headings all the same when they have a meaning of their own', () => {
    expect(sketch(text(source, 'Conclusion', 'Done.')).slice(-2)).toEqual([
      'h2 Conclusion',
      'p Done.',
    ])
  })

  it('are headings when only the title is marked', () => {
    expect(sketch(text('# T', 'Intro.', 'A short line', 'Text.'))[2]).toBe('h2 A short line')
  })
})
