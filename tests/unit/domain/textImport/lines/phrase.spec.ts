// Texts as places in the source.
import { describe, expect, it } from 'vitest'
import { splitLines, type Line } from '@/domain/textImport/lines/lines'
import {
  isEmpty,
  part,
  running,
  spanText,
  wholeLine,
  withoutEmphasis,
} from '@/domain/textImport/lines/phrase'

function lineOf(source: string): Line {
  const [line] = splitLines(source)
  if (!line) throw new Error('no line')
  return line
}

describe('a phrase', () => {
  it('joins its lines by single spaces and begins on the first', () => {
    const [first, ...more] = splitLines('\n\n one \n  two')
    if (!first) throw new Error('no line')
    expect(running([first, ...more])).toMatchObject({ text: 'one two', line: 3 })
  })
})

describe('a part of a span', () => {
  it('is without blanks around it, and may be empty', () => {
    const whole = wholeLine(lineOf('  a:  b '))
    expect(part(whole, 2)).toMatchObject({ start: 6, end: 7 })
    expect(spanText(part(whole, 0, 2))).toBe('a:')
    expect(isEmpty(part(whole, 2, 4))).toBe(true)
  })
})

describe('emphasis', () => {
  it.each([
    ['**a**', 'a'],
    ['__a b__', 'a b'],
    ['*a*', 'a'],
    ['_a_', 'a'],
    ['**a** and **b**', '**a** and **b**'],
    ['* a*', '* a*'],
    ['**', '**'],
    ['**a', '**a'],
  ])('around %s', (source, expected) => {
    expect(spanText(withoutEmphasis(wholeLine(lineOf(source))))).toBe(expected)
  })
})
