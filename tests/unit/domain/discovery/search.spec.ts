// What a reader searches for, and what is kept of it.
import { describe, expect, it } from 'vitest'
import { storedWords, marked, passage, searchWords, type Piece } from '@/domain/discovery/search'

describe('the words of a search', () => {
  it.each([
    [null, ''],
    ['  sore \n knees\u0000 ', 'sore knees'],
    ['\ud800 knees', '\ufffd knees'],
    ['a'.repeat(300), 'a'.repeat(200)],
  ])('of %j are %j', (asked, words) => {
    expect(searchWords(asked)).toBe(words)
  })
})

describe('what is kept of a search', () => {
  it.each([
    ['Sore Knees', 'sore knees'],
    ['vitamin b12', 'vitamin b12'],
    ['mara@example.org', null],
    ['0170 123 45 67', null],
    ['?!', null],
    ['ab', null],
  ])('of %j is %j', (words, kept) => {
    expect(storedWords(words)).toBe(kept)
  })
})

const words = (...found: string[]) => new Set(found)

/** With brackets round what was found. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')

describe('a text in which something was found', () => {
  it.each([
    ['a sore knee', words('sore', 'knee'), 'a [sore] [knee]'],
    ['“Knee”, knees', words('knee'), '“[Knee]”, knees'],
    ['a kn\u00adee', words('knee'), 'a [kn\u00adee]'],
    ['a cafe\u0301', words('café'), 'a [cafe\u0301]'],
    ['ＦＵＬＬ', words('full'), '[ＦＵＬＬ]'],
    ['ΟΔΟΣ', words('οδοσ'), '[ΟΔΟΣ]'],
    ['在東京都吃饭', words('東京', '京都'), '在[東京都]吃饭'],
    ['水道', words('水道'), '[水道]'],
    ['knee', words(), 'knee'],
    ['', words('knee'), ''],
  ])('%j', (text, found, expected) => {
    const pieces = marked(text, found)
    expect(shown(pieces)).toBe(expected)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})

describe('a passage', () => {
  const long = 'One more sentence that says nothing at all to anybody. '.repeat(20)
  const shows = (text: string, ...found: string[]) => shown(passage(text, words(...found)))

  it('is the whole of a short text', () => {
    expect(shows('Rest. Go on', 'rest')).toBe('[Rest]. Go on')
    expect(shows('')).toBe('')
  })

  it('is the beginning of a text in which nothing was found', () => {
    expect(shows(long)).toMatch(/^One more sentence .* …$/)
  })

  it('begins and ends between words, and says that it does not begin or end with a sentence', () => {
    const text = `${long}It helps your neck when you turn it slowly. ${long}`
    expect(shows(text, 'neck')).toMatch(/^… \S.* It helps your \[neck\] when you turn .* …$/)
    expect(shows(text, 'neck').length).toBeLessThan(200)
  })

  it('shows two places where one does not show all that was found', () => {
    const text = `${long}A stiff neck. ${long}A sore knee. ${long}`
    const all = shows(text, 'neck', 'knee')
    expect(all).toMatch(/\[neck\].* … .*\[knee\]/)
    expect(shows(`${text}Neck.`, 'neck').match(/\[/g)).toHaveLength(1)
  })

  it('prefers the place with most of the words', () => {
    const text = `The neck. ${long}The neck and the knee. ${long}`
    expect(shows(text, 'neck', 'knee')).toMatch(/^… .*\[neck\] and the \[knee\]/)
  })

  it('of a script without spaces is as short as of any other', () => {
    const text = '我喜欢在家里吃饭'.repeat(100) + '東京都庁' + '我喜欢在家里吃饭'.repeat(100)
    const part = shows(text, '東京', '京都', '都庁')
    expect(part).toContain('[東京都庁]')
    expect(part.length).toBeLessThan(200)
  })

  it('is found in a text that says one word a hundred thousand times', () => {
    expect(shows('neck '.repeat(100_000), 'neck')).toMatch(/^\[neck\] /)
  })
})
