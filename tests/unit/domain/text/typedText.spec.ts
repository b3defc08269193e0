// What is typed into a form: tidied, and refused with the field when it cannot be stored.
import { describe, expect, it } from 'vitest'
import { isStorable, textIssues, tidy } from '@/domain/text/typedText'

describe('text from a form', () => {
  it('loses the spaces around it and the second half of its line breaks', () => {
    expect(tidy(' one\r\ntwo\rthree\n\n')).toBe('one\ntwo\nthree')
  })

  it.each([
    ['', [{ code: 'textMissing', field: 'text' }]],
    ['abcd', [{ code: 'textTooLong', field: 'text', length: 4, max: 3 }]],
    ['a\0b', [{ code: 'textUnstorable', field: 'text' }]],
    ['\uDC00', [{ code: 'textUnstorable', field: 'text' }]],
    ['abc', []],
    ['👋', []],
  ])('%j: %j', (text, issues) => {
    expect(textIssues('text', text, 3)).toEqual(issues)
  })

  it('may be missing where nobody has to give it', () => {
    expect(textIssues('label', '', 3, false)).toEqual([])
    expect(textIssues('label', 'abcd', 3, false)).toHaveLength(1)
  })

  it('is storable when Postgres takes it', () => {
    expect(['a', '👋', '\n'].map(isStorable)).toEqual([true, true, true])
    expect(['\0', '\uD83D', 'x\uDC4B'].map(isStorable)).toEqual([false, false, false])
  })
})
