// Where sentences end, and how a text is shortened.
import { describe, expect, it } from 'vitest'
import { sentences, shorten } from '@/domain/textImport/lines/sentences'

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four… Five', ['One.', 'Two!', 'Three?', 'Four…', 'Five']],
    ['He said “stop.” Then he ran.', ['He said “stop.”', 'Then he ran.']],
    ['Ask Dr. Smith, e.g. Today.', ['Ask Dr. Smith, e.g. Today.']],
    ['It costs 3.5 euros. 12 people paid.', ['It costs 3.5 euros.', '12 people paid.']],
    ['and so on... and more', ['and so on... and more']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

describe('shorten', () => {
  it('leaves a text that fits', () => {
    expect(shorten('one two', 7)).toBe('one two')
  })

  it('ends with a whole word', () => {
    expect(shorten('one two three', 9)).toBe('one two…')
    expect(shorten('one two three', 8)).toBe('one two…')
    expect(shorten('one two three', 7)).toBe('one…')
    expect(shorten('one, two', 6)).toBe('one…')
  })

  it('cuts a single long word, never a character in two', () => {
    expect(shorten('abcdefgh', 5)).toBe('abcd…')
    expect(shorten('ab😀cdef', 4)).toBe('ab…')
  })
})
