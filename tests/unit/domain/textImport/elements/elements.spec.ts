// What one element may become.
import { describe, expect, it } from 'vitest'
import {
  listElement,
  markedElement,
  readAlsoElement,
  separatorElement,
  textElement,
} from '@/domain/textImport/elements/elements'
import { markdownHeading } from '@/domain/textImport/lines/classify'
import { splitLines, type Line } from '@/domain/textImport/lines/lines'
import { wholeLine } from '@/domain/textImport/lines/phrase'

function linesOf(source: string): [Line, ...Line[]] {
  const [first, ...more] = splitLines(source)
  if (!first) throw new Error('no line')
  return [first, ...more]
}

describe('elements', () => {
  it('of one short line may be a heading, of a question also a question', () => {
    expect(textElement(linesOf('Final Words'))).toMatchObject({
      body: { type: 'paragraph', text: { text: 'Final Words' } },
      heading: { text: { text: 'Final Words' }, level: null, name: 'closing', numbered: false },
      question: null,
    })
    expect(textElement(linesOf('Why?'))).toMatchObject({
      heading: { name: null },
      question: { text: { text: 'Why?' }, answer: null },
    })
  })

  it('of several lines may be a question with its answer', () => {
    expect(textElement(linesOf('Why?\nSo\nit is.'))).toMatchObject({
      body: { text: { text: 'Why? So it is.' } },
      heading: null,
      question: { text: { text: 'Why?' }, answer: { text: 'So it is.' } },
    })
  })

  it('of one numbered item may be a heading with its number', () => {
    const lines = linesOf('2. Stretch')
    expect(listElement(true, 2, [{ lines, textStart: 3 }])).toMatchObject({
      body: { type: 'list', ordered: true, start: 2, items: [{ text: 'Stretch' }] },
      heading: { text: { text: '2. Stretch' }, numbered: true },
    })
  })

  it('that are marked as headings may be questions in any form', () => {
    const [line] = linesOf('## 1. How To Begin')
    const heading = markdownHeading(line)
    expect(heading && markedElement(heading.level, heading.text)).toMatchObject({
      heading: { level: 2, text: { text: '1. How To Begin' } },
      question: { text: { text: 'How To Begin' } },
    })
  })

  it('of a Read Also line need a title', () => {
    const [line] = linesOf('\nRead Also: X')
    expect(readAlsoElement(line, { title: [], url: wholeLine(line) })).toBeNull()
    expect(separatorElement(line)).toMatchObject({ line: 2, body: { type: 'separator' } })
  })
})
