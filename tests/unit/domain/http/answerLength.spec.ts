// The length of an answer: in the header that clients know, and in the one that Next passes on.
import { expect, it } from 'vitest'
import { LENGTH_HEADER, lengthHeaders } from '@/domain/http/answerLength'

it.each([
  [0, '0'],
  [1, '1'],
  [5_000_000_000, '5000000000'],
])('of %d bytes is said in both headers, in digits', (bytes, digits) => {
  expect(new Headers(lengthHeaders(bytes)).get('content-length')).toBe(digits)
  expect(new Headers(lengthHeaders(bytes)).get(LENGTH_HEADER)).toBe(digits)
})

it('is passed on in a header of ours that readers do not get', () => {
  expect(LENGTH_HEADER).toMatch(/^Backstory-/)
})
