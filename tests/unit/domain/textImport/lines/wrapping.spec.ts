// Whether a line was ended or ran out of room.
import { describe, expect, it } from 'vitest'
import { splitLines, type Line } from '@/domain/textImport/lines/lines'
import { brokenOnPurpose, hasLinePerParagraph, widthOf } from '@/domain/textImport/lines/wrapping'

function pair(source: string): [Line, Line] {
  const [first, second] = splitLines(source)
  if (!first || !second) throw new Error('two lines wanted')
  return [first, second]
}

describe('wrapping', () => {
  it('is possible unless most of the text is in long lines', () => {
    const long = 'x'.repeat(121)
    expect(widthOf(splitLines(`${long}\n${'y'.repeat(120)}`))).toBe(Infinity)
    expect(widthOf(splitLines(`${long}\n${'y'.repeat(80)}\n${'y'.repeat(80)}`))).toBe(60)
    expect(widthOf([])).toBe(60)
  })

  it('does not explain a line with room for the next word', () => {
    expect(brokenOnPurpose(...pair('Twelve signs\nWord and more'), 17)).toBe(true)
    expect(brokenOnPurpose(...pair('Twelve signs\nWord and more'), 16)).toBe(false)
    expect(brokenOnPurpose(...pair('Twelve signs\nword and more'), 60)).toBe(false)
  })

  it('is ruled out by a source without blank lines, unless lines go on in lower case', () => {
    expect(hasLinePerParagraph(splitLines('A\nB\n- c'))).toBe(true)
    expect(hasLinePerParagraph(splitLines('A\nb\nC'))).toBe(false)
    expect(hasLinePerParagraph(splitLines('A\n\nB\nC'))).toBe(false)
  })
})
