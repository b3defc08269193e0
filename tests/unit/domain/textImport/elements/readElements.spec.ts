// Which lines belong together, seen in the article.
import { describe, expect, it } from 'vitest'
import { sketch, text } from '../sketch'

const within = (...lines: string[]): string[] => sketch(text('T', 'Intro.', ...lines)).slice(2)

describe('paragraphs', () => {
  it('join the lines that a fixed width has wrapped', () => {
    const wrapped =
      'The muscles of the forearm work for hours when the hands hold\nSomething heavy, and they tire.'
    expect(within(wrapped)).toEqual([`p ${wrapped.replace('\n', ' ')}`])
  })

  it('are one to a line where the source has no blank line at all', () => {
    expect(sketch('Good Posture\nSit up.\nWhy It Helps\nIt does.\n- one\n- two')).toEqual([
      't Good Posture',
      'p Sit up.',
      'h2 Why It Helps',
      'p It does.',
      'ul one | two',
    ])
  })

  it('end at a heading that stands directly above its text', () => {
    expect(within('Warm Up\nWalk for a minute.', 'Why?\nBecause it helps.')).toEqual([
      'h2 Warm Up',
      'p Walk for a minute.',
      'h2 Why?',
      'p Because it helps.',
    ])
  })

  it('end at a longer heading too where it is emphasised or no line of the source is wrapped', () => {
    const heading = 'What To Do When You Have Been Sitting for the Whole Day'
    expect(within(`**${heading}**\nWalk.`)).toEqual([`h2 ${heading}`, 'p Walk.'])
    expect(within(`${heading}\nWalking.`)).toEqual([`p ${heading} Walking.`])
    const long = `${'word '.repeat(60)}word.`
    expect(within(`${heading}\nWalking.`, long)).toEqual([
      `h2 ${heading}`,
      'p Walking.',
      `p ${long}`,
    ])
  })

  it('are not split where the next line goes on in lower case', () => {
    expect(within('When you sit for long\nyour back gets tired.')).toEqual([
      'p When you sit for long your back gets tired.',
    ])
  })

  it('end at a Read Also line, a list and a separating line', () => {
    expect(within('One.\nRead Also: Sleep\nTwo.\n- item\n\nThree.\n\n***\n\nFour.')).toEqual([
      'p One.',
      'also Sleep',
      'p Two.',
      'ul item',
      'p Three.',
      'p Four.',
    ])
  })

  it('keep HTML, tables and code as they are typed', () => {
    for (const line of ['<div class="x">', '| a | b |', '`code`', '![A picture](x.png)']) {
      expect(within(line, 'More.')).toEqual([`p ${line}`, 'p More.'])
    }
  })
})

describe('marks that only dress a heading', () => {
  it('are rows of signs below it and emphasis around it', () => {
    expect(
      within('Warm Up\n=======\nSlowly.', '**Stretch**', 'Well.', '__Rest__', 'Long.'),
    ).toEqual(['h2 Warm Up', 'p Slowly.', 'h2 Stretch', 'p Well.', 'h2 Rest', 'p Long.'])
  })
})

describe('Read Also words without a title', () => {
  it('go with each item of the list below them', () => {
    expect(within('Related Articles:\n- Sleep Well\n- [Sit Well](https://x.org/sit)')).toEqual([
      'also Sleep Well',
      'also Sit Well <https://x.org/sit>',
    ])
  })

  it('are an issue where nothing follows', () => {
    expect(within('Read Also:', 'Text.')).toEqual(['p Text.', '!5 readAlsoWithoutTitle'])
    expect(within('Read Also: https://x.org/a')).toEqual(['!5 readAlsoWithoutTitle'])
  })
})

describe('between two fences', () => {
  it.each(['```', '````', '~~~', '```sh', '~~~ {.sh}'])(
    'nothing is a heading, an item or a question: %s',
    (open) => {
      const close = open.replace(/[^`~].*/, '')
      const code = [open, '# no heading', '- no item', 'No question?', 'Read Also: No Link', close]
      const source = `A Title\n\nIntro.\n\nA Heading\n\nText.\n\n${code.join('\n')}\n\nAnother Heading\n\nText.`
      expect(sketch(source)).toEqual([
        't A Title',
        'p Intro.',
        'h2 A Heading',
        'p Text.',
        `p ${code.join(' ')}`,
        'h2 Another Heading',
        'p Text.',
      ])
    },
  )

  it('stands what is closed; a fence that stays open is a line like others', () => {
    expect(sketch('# T\n\nText.\n\n```\n\n## A Heading\n\nText.')).toContain('h2 A Heading')
    expect(sketch('# T\n\nText.\n\n~~~\n\n## A Heading\n\nText.')).toContain('h2 A Heading')
  })
})
