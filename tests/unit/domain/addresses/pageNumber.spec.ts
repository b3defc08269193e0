// Which part of a list an address asks for.
import { describe, expect, it } from 'vitest'
import { pageNumber, pagedPath, withoutFirstPage } from '@/domain/addresses/pageNumber'

describe('the part of a list', () => {
  it.each([
    ['', 1],
    ['page=2', 2],
    ['page=1200', 1200],
    ['q=a&page=3', 3],
    ['page=1', 'bare'],
    ['page=0', undefined],
    ['page=-1', undefined],
    ['page=02', undefined],
    ['page=2.5', undefined],
    ['page=two', undefined],
    ['page=', undefined],
    ['page=1e3', undefined],
    ['page=9999999', undefined],
    ['page=2&page=3', undefined],
    ['page=1&page=1', undefined],
  ])('of "%s" is %s', (query, expected) => {
    expect(pageNumber(new URLSearchParams(query))).toBe(expected)
  })

  it('has an address that asks for it again', () => {
    expect(pagedPath('/topic/walking', 1)).toBe('/topic/walking')
    const { pathname, searchParams } = new URL(pagedPath('/topic/walking', 7), 'http://x')
    expect([pathname, pageNumber(searchParams)]).toEqual(['/topic/walking', 7])
  })
})

it.each([
  ['', ''],
  ['?page=1', ''],
  ['?page=1&q=x', '?q=x'],
  ['?page=2', '?page=2'],
  ['?q=a%20b', '?q=a%20b'],
])('the query %s belongs to an address as "%s"', (search, kept) =>
  expect(withoutFirstPage(search)).toBe(kept),
)
