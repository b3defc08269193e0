// Which part of a file a request asks for.
import { expect, it } from 'vitest'
import { byteRange } from '@/domain/http/byteRange'

it.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-', { start: 10, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['Bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=0-1', undefined],
  ['bytes=-', undefined],
  ['', undefined],
])('of 100 bytes, %j is %j', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range)
})

it('without a header is the whole file', () => {
  expect(byteRange(null, 100)).toBeUndefined()
})
