// Texts as their words look.
import { expect, it } from 'vitest'
import { visible, readVisibleWords } from '@/domain/textImport/lines/visible'

it('reads blanks, dashes, apostrophes and colons of every kind as the plain ones', () => {
  expect(visible('a\u00a0b\u3000c\u2011d’s：e').text).toBe("a b c-d's:e")
})

it('leaves out what nobody sees, and knows where the rest stood', () => {
  const { text, offsets } = visible('\u200ba\u00adb')
  expect([text, offsets]).toEqual(['ab', [1, 3, 4]])
})

it('gives words without what stands around them', () => {
  expect(readVisibleWords('**“People\u00a0 Also Ask”**')).toBe('People Also Ask')
  expect(readVisibleWords('❓ 3. FAQ')).toBe('FAQ')
})
