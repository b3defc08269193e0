// Whether there is anything to see in a text.
import { expect, it } from 'vitest'
import { visibleText } from '@/domain/text/visibleText'

it.each([
  null,
  undefined,
  '',
  ' \t\n',
  '\u00A0',
  '\u200B\u2060',
  '\u00AD',
  '\u3164',
  '\u2800',
  '\uFE0F\u034F',
])('sees nothing in %j', (text) => {
  expect(visibleText(text)).toBe('')
})

it.each([
  [' Why? ', 'Why?'],
  ['\u200Bword\u200B', '\u200Bword\u200B'],
  ['…', '…'],
  ['眠り', '眠り'],
])('keeps the text of %j', (text, expected) => {
  expect(visibleText(text)).toBe(expected)
})
