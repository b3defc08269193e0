// Values of front matter know where in the source they stand.
import { expect, it } from 'vitest'
import { splitLines } from '@/domain/textImport/lines'
import {
  isText,
  lineAt,
  phraseAt,
  refusedLine,
  withPlainMargins,
} from '@/domain/textImport/frontMatterValues'

const SOURCE = 'title: A long\n  title\nend: x\n'
const front = { text: SOURCE, start: 0, lines: splitLines(SOURCE) }

it('takes the words of the source where they are what is meant, over lines too', () => {
  const phrase = phraseAt(front, 7, 21, 'A long\ntitle')
  expect(isText(phrase)).toBe(true)
  expect(phrase).toMatchObject({ text: 'A long title', decoded: null, line: 1 })
})

it('takes what is meant where the source has a notation for it, and nothing where that is blank', () => {
  expect(phraseAt(front, 7, 13, 'Another')).toMatchObject({ text: 'Another', decoded: 'Another' })
  expect(phraseAt(front, 7, 13, ' ')).toBeNull()
})

it('finds the line of an offset, and the last one behind the end', () => {
  expect(lineAt(front.lines, 15)?.number).toBe(2)
  expect(lineAt(front.lines, 999)?.number).toBe(3)
})

it('refuses with the line and its words', () => {
  expect(refusedLine(front.lines[2], 'frontMatterLine')).toEqual({
    issue: { code: 'frontMatterLine', line: 3, text: 'end: x' },
  })
})

it('makes spaces of blank signs at the margin alone, and keeps the length', () => {
  expect(withPlainMargins('\u00a0a\u00a0b\rc\r\n\td')).toBe(' a\u00a0b\nc\r\n\td')
})
