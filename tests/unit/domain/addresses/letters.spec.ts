// Letters of an address: of any script, but of one, and none that is invisible or looks like another.
import { describe, expect, it } from 'vitest'
import { areLetters, areOfOneScript } from '@/domain/addresses/letters'

describe('letters', () => {
  it.each(['sleep-well-2', 'größe', 'сон', 'ύπνος', 'नींद', '睡眠', 'ねむり', 'sleep', ''])(
    'are: %s',
    (text) => {
      expect(areLetters(text)).toBe(true)
    },
  )

  it.each([
    ['a blank', 'sleep well'],
    ['a sign', 'sleep?'],
    ['a slash', 'sleep/well'],
    ['a low line', 'sleep_well'],
    ['a picture', 'sleep😴'],
    ['a mark without its letter', '\u0301a'],
    ['an accent that has a letter of its own', 'e\u0301'],
    ['a ligature', 'ﬁnd'],
    ['a wide letter', 'ｓleep'],
    ['a letter as a number', 'ⅷ'],
    ['a soft hyphen', 'sl\u00adeep'],
    ['a joiner', 'sl\u200deep'],
    ['a blank of Hangul, which is called a letter', 'sl\u3164eep'],
    ['a selector of forms', 'a\ufe0f'],
  ])('are not: with %s', (_, text) => {
    expect(areLetters(text)).toBe(false)
  })
})

describe('letters of one script', () => {
  it.each([
    ['Latin', 'größe-2'],
    ['Greek', 'ύπνος'],
    ['Cyrillic', 'сон-2'],
    ['Arabic', 'نوم'],
    ['Hebrew', 'שינה'],
    ['Devanagari', 'नींद'],
    ['Thai', 'นอน'],
    ['Chinese, Japanese and Latin', '睡眠ねむりsleep'],
    ['Korean and Latin', '수면-sleep'],
    ['digits alone', '2026-11'],
  ])('are: %s', (_, text) => {
    expect(areOfOneScript(text)).toBe(true)
  })

  it.each([
    ['an “а” of Cyrillic in Latin', 'sle\u0435p'],
    ['an “o” of Greek in Latin', 'n\u03bfw'],
    ['an “o” of Armenian in Latin', 'n\u0585w'],
    ['Latin in Cyrillic', 'c\u043eн'],
    ['Greek and Cyrillic', 'ύπсон'],
    ['Chinese and Cyrillic', '睡сон'],
  ])('are not: %s', (_, text) => {
    expect(areOfOneScript(text)).toBe(false)
  })
})
