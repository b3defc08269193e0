// The list of sources at the end.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '@/domain/textImport/parse'
import { sketch, text } from '../sketch'

const within = (...parts: string[]): string[] => sketch(text('T', 'Intro.', ...parts)).slice(2)

describe('sources', () => {
  it.each(['Sources', 'References', 'SOURCES:', '## Sources', '**References**', 'Works Cited'])(
    'stand below "%s"',
    (heading) => {
      expect(within(heading, '- One\n- Two')).toEqual(['src One', 'src Two'])
    },
  )

  it.each([
    ['- About Sleep. https://x.org/a', 'About Sleep. <https://x.org/a>'],
    ['- About Sleep – https://x.org/a.', 'About Sleep <https://x.org/a>'],
    ['- About Sleep (https://x.org/a)', 'About Sleep <https://x.org/a>'],
    ['- About Sleep <https://x.org/a>', 'About Sleep <https://x.org/a>'],
    ['- [About Sleep](https://x.org/a)', 'About Sleep <https://x.org/a>'],
    ['1. “About Sleep”, https://x.org/a', 'About Sleep <https://x.org/a>'],
    ['[1] About Sleep', 'About Sleep'],
    ['- https://x.org/a', 'https://x.org/a <https://x.org/a>'],
    ['About Sleep\nhttps://x.org/a', 'About Sleep <https://x.org/a>'],
    [
      '- About Sleep. https://x.org/a Accessed 2020.',
      'About Sleep. Accessed 2020. <https://x.org/a>',
    ],
    ['- About\n  Sleep https://x.org/a', 'About Sleep <https://x.org/a>'],
    ['- Doe J. Sleep. doi:10.1000/182', 'Doe J. Sleep. doi:10.1000/182'],
  ])('%j', (line, expected) => {
    expect(within('Sources', line)).toEqual([`src ${expected}`])
  })

  it('may be lines, with or without blank lines between them', () => {
    expect(within('Sources', 'One 2020\nTwo 2021', 'Three 2022')).toEqual([
      'src One 2020',
      'src Two 2021',
      'src Three 2022',
    ])
  })

  it('end at a heading with a meaning of its own, and after a list at any text', () => {
    expect(within('Sources', 'One', 'Final Words', 'x.')).toEqual([
      'h2 Final Words',
      'p x.',
      'src One',
    ])
    expect(within('Sources', '- One', 'About Us', 'Text.')).toEqual([
      'h2 About Us',
      'p Text.',
      'src One',
    ])
  })

  it('let a Read Also line among them be a block', () => {
    expect(within('Sources', '- One', 'Read Also: X')).toEqual(['also X', 'src One'])
  })

  it('are an ordinary section where the text is too long for titles', () => {
    const prose = `Iron is in many foods, ${'and in more, '.repeat(30)}as is known.`
    expect(within('Sources', prose)).toEqual(['h2 Sources', `p ${prose}`])
  })

  it('are not sections that only begin with the word', () => {
    expect(within('Sources of Iron', '- Lentils')[0]).toBe('h2 Sources of Iron')
  })

  it('account for their heading and marks', () => {
    const { receipt } = parseArticle('Text.\n\nSources\n\n[1] One')
    expect(receipt.map((entry) => ('into' in entry ? entry.into : entry.dropped))).toEqual([
      'blocks/0/text',
      'whiteSpace',
      'sourcesHeading',
      'whiteSpace',
      'sourceMark',
      'sources/0/title',
    ])
  })

  it('are an issue with an address that is not http(s)', () => {
    expect(within('Sources', '- One ftp://x.org/a').at(-1)).toBe('!7 badUrl')
  })
})
