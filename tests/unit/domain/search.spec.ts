// What a reader searches for, and what is kept of it.
import { describe, expect, it } from 'vitest'
import { keptWords, passage, pieces, searchWords } from '@/domain/search'

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
    expect(keptWords(words)).toBe(kept)
  })
})

describe('a text in which something was found', () => {
  it('is pieces, found and not', () => {
    expect(pieces('a \uE000sore\uE001 \uE000knee\uE001')).toEqual([
      { text: 'a ', found: false },
      { text: 'sore', found: true },
      { text: ' ', found: false },
      { text: 'knee', found: true },
    ])
  })

  it('loses marks that do not pair, and no text', () => {
    expect(pieces('a\uE001b\uE000c')).toEqual([
      { text: 'ab', found: false },
      { text: 'c', found: false },
    ])
  })
})

describe('a passage', () => {
  it.each([
    ['Rest. Go on.', 'Rest. Go on.'],
    ['a while ago.', '… a while ago.'],
    ['Rest for a', 'Rest for a …'],
    ['\uE000rest\uE001 for a', '… \uE000rest\uE001 for a …'],
    ['It helps your \uE000neck\uE001', 'It helps your \uE000neck\uE001 …'],
    ['Is it your \uE000neck\uE001?', 'Is it your \uE000neck\uE001?'],
    ['', ''],
  ])('%j reads %j', (marked, read) => expect(passage(marked)).toBe(read))
})
