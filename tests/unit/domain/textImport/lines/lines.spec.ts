// Lines and where they stand.
import { describe, expect, it } from 'vitest'
import { isBlank, isBlankRange, splitLines, trimRange } from '@/domain/textImport/lines/lines'

describe('splitLines', () => {
  it('numbers lines as an editor does and leaves the blank ones out', () => {
    const source = 'a\n\n  b \r\nc\rd'
    expect(
      splitLines(source).map(({ number, text, blankBefore, indented }) => [
        number,
        text,
        blankBefore,
        indented,
      ]),
    ).toEqual([
      [1, 'a', true, false],
      [3, 'b', true, true],
      [4, 'c', false, false],
      [5, 'd', false, false],
    ])
    for (const { start, end, text } of splitLines(source))
      expect(source.slice(start, end)).toBe(text)
  })

  it('takes signs that nobody sees for blank', () => {
    expect(splitLines('\ufeff\u200b\n\u00a0 a\u00ad\n\t').map(({ text }) => text)).toEqual(['a'])
  })

  it('stops at the limit', () => {
    expect(splitLines('a\n\nb\nc', 2).map(({ text }) => text)).toEqual(['a', 'b'])
  })
})

describe('blank ranges', () => {
  it('are trimmed from both sides', () => {
    expect(trimRange('  a b ', 0, 6)).toEqual([2, 5])
    expect(trimRange('   ', 0, 3)).toEqual([3, 3])
  })

  it('hold nothing but blank signs', () => {
    expect(isBlankRange('a \n b', 1, 4)).toBe(true)
    expect(isBlankRange('a \n b', 1, 5)).toBe(false)
    expect(isBlankRange('', 0, 0)).toBe(true)
    expect(isBlank(undefined)).toBe(false)
  })
})
