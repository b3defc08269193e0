// Letters of an address: of any script, and of one.
import { expect, it } from 'vitest'
import { areLetters, areOfOneScript } from '@/domain/letters'

it.each(['a-b-1', 'größe', 'здоровье', '健康', 'कख', ''])('"%s" has letters alone', (text) => {
  expect(areLetters(text)).toBe(true)
})

it.each(['a b', 'a/b', 'a\u200bb', '\u0301a', 'ａ', 'a\u00adb'])(
  '%j has more than letters',
  (text) => {
    expect(areLetters(text)).toBe(false)
  },
)

it('knows one script from two that look the same', () => {
  expect(areOfOneScript('pain-2')).toBe(true)
  expect(areOfOneScript('健康とyoga')).toBe(true)
  expect(areOfOneScript('p\u0430in')).toBe(false)
})
