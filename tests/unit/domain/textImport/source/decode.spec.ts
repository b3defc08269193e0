// Which bytes are a text.
import { describe, expect, it } from 'vitest'
import { decodeSource, MAX_SOURCE_BYTES } from '@/domain/textImport/source/decode'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)))

describe('decodeSource', () => {
  it('gives the text of UTF-8, byte order mark included', () => {
    expect(decodeSource(utf8('Größe 😀\r\n'))).toEqual({ text: 'Größe 😀\r\n' })
    expect(decodeSource(bytes([0xef, 0xbb, 0xbf], 'Text'))).toEqual({ text: '\ufeffText' })
    expect(decodeSource(utf8('Tab\t, page\f and a real \ufffd'))).toEqual({
      text: 'Tab\t, page\f and a real \ufffd',
    })
  })

  it('refuses what is empty or blank', () => {
    for (const blank of ['', ' \n\t\r\n', '\ufeff', '\u200b']) {
      expect(decodeSource(utf8(blank))).toEqual({ issue: { code: 'empty', line: 1 } })
    }
  })

  it('refuses more than 5 MB', () => {
    expect(decodeSource(new Uint8Array(MAX_SOURCE_BYTES).fill(97))).toHaveProperty('text')
    expect(decodeSource(new Uint8Array(MAX_SOURCE_BYTES + 1).fill(97))).toEqual({
      issue: { code: 'tooLarge', line: 1, bytes: 5_000_001, limit: 5_000_000 },
    })
  })

  it('names the line of a NUL and of other control characters', () => {
    expect(decodeSource(utf8('a\r\nb\rc\nd\0'))).toEqual({ issue: { code: 'nul', line: 4 } })
    expect(decodeSource(utf8('a\r\nb\rc\nd\u001b[1m'))).toEqual({
      issue: { code: 'binary', line: 4, character: 'U+001B' },
    })
  })

  it('names the line of the first byte that is not UTF-8', () => {
    const wrong = [
      [0xff],
      [0xc3, 0x28],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0x80],
    ]
    for (const sequence of wrong) {
      expect(decodeSource(bytes('é\nTwo\n', sequence, '\nfour'))).toEqual({
        issue: { code: 'notUtf8', line: 3 },
      })
    }
    expect(decodeSource(bytes('One\nTwo', [0xe2, 0x82]))).toEqual({
      issue: { code: 'notUtf8', line: 2 },
    })
  })

  it('recognises UTF-16 by its mark', () => {
    for (const mark of [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ]) {
      expect(decodeSource(bytes(mark, 'a\0'))).toEqual({ issue: { code: 'utf16', line: 1 } })
    }
  })
})
