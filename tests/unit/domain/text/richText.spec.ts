// The marks of a text, and the elements that show them.
import { expect, it } from 'vitest'
import { MARK_ELEMENTS, MARKS, marksOf, TEXT_FORMAT } from '@/domain/text/richText'

it('reads the bits of a format, the innermost mark first', () => {
  expect(marksOf(0)).toEqual([])
  expect(marksOf(TEXT_FORMAT.bold | TEXT_FORMAT.code | 8)).toEqual(['code', 'bold'])
  expect(marksOf(-1)).toEqual(MARKS)
})

it('has an element for each mark', () => {
  expect(Object.keys(MARK_ELEMENTS).sort()).toEqual(Object.keys(TEXT_FORMAT).sort())
})
