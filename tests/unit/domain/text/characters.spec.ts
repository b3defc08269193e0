// Which characters a text may hold, what becomes of the others, and that none gets out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  onLines,
  onOneLine,
  readable,
  readableJson,
  unreadableCharacter,
  unreadableInName,
} from '@/domain/text/characters'

/** XML 1.0, 2.2: `Char`. */
const CHARS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

describe('a character', () => {
  it.each([
    ['a\u0000', 'U+0000'],
    ['\u000b', 'U+000B'],
    ['\u001b[31m', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['a\ud800b', 'U+D800'],
    ['\udc00', 'U+DC00'],
    ['\ufffe', 'U+FFFE'],
    ['\ufdd0', 'U+FDD0'],
    ['\u{1ffff}', 'U+1FFFF'],
  ])('in %j is named', (said, character) => expect(unreadableCharacter(said)).toBe(character))

  it.each(['', 'a\tb\nc\r\n', '😀 👩‍⚕️', 'עברית \u2067x\u2069', '\u200b\u00ad\ufeff', '\ufffd'])(
    'in %j may be',
    (said) => expect(unreadableCharacter(said)).toBeUndefined(),
  )

  it.each(['\u202e', '\u202a', '\u2066', '\u2069', '\u001b'])('%j may be in no name', (said) =>
    expect(unreadableInName(`A${said}B`)).toMatch(/^U\+/),
  )

  it('that is a line break of a word processor is one', () => {
    expect(onLines('a\u000bb\u2028c\u2029d\u0085e\ff\r\ng\rh\ni')).toBe('a\nb\nc\nd\ne\nf\ng\nh\ni')
    expect(onOneLine('a\u000bb\t\nc')).toBe('a b c')
  })
})

describe('what goes out', () => {
  it('is made of characters of XML alone, and otherwise what it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (any, fine) => {
          const wild = any + String.fromCharCode(...any.split('').map((_, at) => at))
          expect(readable(wild)).toMatch(CHARS)
          expect(JSON.parse(readableJson({ wild })).wild).toMatch(CHARS)
          if (unreadableCharacter(fine) === undefined) expect(readable(fine)).toBe(fine)
        },
      ),
    )
  })
})
