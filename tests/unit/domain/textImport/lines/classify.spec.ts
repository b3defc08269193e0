// What a single line may be: above all, the spellings of a Read Also line.
import { describe, expect, it } from 'vitest'
import {
  headingName,
  looksLikeHeading,
  markdownHeading,
  questionText,
  readAlsoText,
} from '@/domain/textImport/lines/classify'
import { splitLines, type Line } from '@/domain/textImport/lines/lines'
import { spanText } from '@/domain/textImport/lines/phrase'

function lineOf(text: string): Line {
  const [line] = splitLines(text)
  if (!line) throw new Error('no line')
  return line
}

function readAlso(text: string): string | null {
  const found = readAlsoText(lineOf(text))
  if (!found) return null
  const url = found.url ? ` <${spanText(found.url)}>` : ''
  return found.title.map(spanText).join(' ') + url
}

describe('a Read Also line', () => {
  it.each([
    'Read Also: Sleep Well',
    'READ ALSO: Sleep Well',
    'read also:Sleep Well',
    'Read Also:\u00a0 Sleep Well',
    'Read  Also : Sleep Well',
    'Read\u00a0Also: Sleep Well',
    'Read\u3000Also：Sleep Well',
    'Read\u200b Also: Sleep Well',
    'Re\u00adad Also\u2060: Sleep Well',
    'Read\u2009Also ― Sleep Well',
    'Read Also \u2212 Sleep Well',
    'Read Also ➜ Sleep Well',
    'Also Read: Sleep Well',
    'Read More: Sleep Well',
    'Read Next: Sleep Well',
    'See Also: Sleep Well',
    'Related: Sleep Well',
    'Related Article: Sleep Well',
    'Related Articles: Sleep Well',
    'Related Reading: Sleep Well',
    'You May Also Like: Sleep Well',
    'Read Also - Sleep Well',
    'Read Also- Sleep Well',
    'Read Also – Sleep Well',
    'Read Also—Sleep Well',
    'Read Also | Sleep Well',
    'Read Also: “Sleep Well”',
    'Read Also: "Sleep Well"',
    "Read Also: 'Sleep Well'",
    'Read Also: ‘Sleep Well’',
    'Read Also: «Sleep Well»',
    '**Read Also:** Sleep Well',
    '**Read Also**: Sleep Well',
    '**Read Also: Sleep Well**',
    '*Read Also:* *Sleep Well*',
    '_Read Also: Sleep Well_',
    '- Read Also: Sleep Well',
    '• **Read Also:** Sleep Well',
    '► Read Also: Sleep Well',
    '👉 Read Also: Sleep Well',
    '(Read Also: Sleep Well)',
    '[Read Also: Sleep Well]',
  ])('%s', (line) => {
    expect(readAlso(line)).toBe('Sleep Well')
  })

  it.each([
    'Read Also: Sleep Well https://x.org/a',
    'Read Also: Sleep Well (https://x.org/a)',
    'Read Also: Sleep Well <https://x.org/a>',
    'Read Also: Sleep Well - https://x.org/a',
    'Read Also: Sleep Well: https://x.org/a',
    'Read Also: “Sleep Well” (https://x.org/a).',
    'Read Also: [Sleep Well](https://x.org/a)',
    'Read Also: [“Sleep Well”](<https://x.org/a> "Tooltip")',
    '**Read Also:** [Sleep Well](https://x.org/a)',
    '[Read Also: Sleep Well](https://x.org/a)',
    '(Read Also: Sleep Well https://x.org/a)',
  ])('%s', (line) => {
    expect(readAlso(line)).toBe('Sleep Well <https://x.org/a>')
  })

  it('keeps what belongs to a title', () => {
    expect(readAlso('Read Also: 5 Tips: Sleep (and Rest)')).toBe('5 Tips: Sleep (and Rest)')
    expect(readAlso('Read Also: The “Right” Shoes')).toBe('The “Right” Shoes')
    expect(readAlso('Related: Why Sleep?')).toBe('Why Sleep?')
    expect(readAlso('Read Also: Data: A Primer')).toBe('Data: A Primer')
  })

  it('notices addresses that may not be linked', () => {
    expect(readAlso('Read Also: Sleep javascript:alert(1)')).toBe('Sleep <javascript:alert(1)>')
    expect(readAlso('Read Also: [Sleep](/sleep)')).toBe('Sleep </sleep>')
  })

  it.each([
    'Related causes are many: sleep is one.',
    'Related: it is the same with shoes. They wear out.',
    'Related: it is the same with shoes.',
    'Related',
    'Read also the label on the box',
    'See also-rans in the list',
    'Unrelated: Sleep Well',
    'I read also: a lot',
    `Read Also: ${'very '.repeat(60)}long`,
  ])('is not: %s', (line) => {
    expect(readAlso(line)).toBeNull()
  })
})

describe('a heading', () => {
  it.each(['Warm Up', 'Why?', '“Why?”', 'Vitamin D (and C)', '5 Tips', 'Sitting on a Hard Chair'])(
    'may be: %s',
    (line) => {
      expect(looksLikeHeading(line)).toBe(true)
    },
  )

  it.each([
    'It helps.',
    'You need:',
    'Run!',
    'and so on…',
    'one, two,',
    'He said “stop.”',
    'Do you run? Do you swim?',
    'https://x.org',
    '[A link](https://x.org)',
    '<b>Bold</b>',
    '2024',
    'x'.repeat(121),
    `Is ${'it '.repeat(70)}so?`,
  ])('is not: %s', (line) => {
    expect(looksLikeHeading(line)).toBe(false)
  })

  it('may be a question with an abbreviation in it', () => {
    expect(looksLikeHeading('What does Dr. Smith say?')).toBe(true)
  })

  it('has a meaning of its own by its words, not by their case', () => {
    expect(headingName('people also ask')).toBe('faq')
    expect(headingName('Final Words')).toBe('closing')
    expect(headingName('References:')).toBe('sources')
    expect(headingName('Final Words.')).toBeNull()
    expect(headingName('Other Words')).toBeNull()
  })
})

describe('a Markdown heading', () => {
  it('has one to six signs, a space and a text', () => {
    expect(markdownHeading(lineOf('### One #'))).toMatchObject({ level: 3, text: { text: 'One' } })
    for (const line of ['####### Seven', '#hashtag', '#', '# #']) {
      expect(markdownHeading(lineOf(line))).toBeNull()
    }
  })
})

describe('a question', () => {
  it('has at most 300 characters, more than one sentence only when it is short or marked', () => {
    const long = `My knee clicks ${'and clicks '.repeat(14)}. Is that bad?`.replace(' .', '.')
    expect(questionText([lineOf(long)])).toBeNull()
    expect(questionText([lineOf(`Q: ${long}`)])).toMatchObject({
      marked: true,
      text: { text: long },
    })
    expect(questionText([lineOf(`Is ${'it '.repeat(120)}so?`)])).toBeNull()
  })
})
