// When a client has the present version already.
import { describe, expect, it } from 'vitest'
import { isUnmodified } from '@/domain/http/conditionalRequest'

const ETAG = '"abc"'
const MODIFIED = new Date('2026-03-02T08:00:00Z')

describe('the ETag', () => {
  it.each(['"abc"', 'W/"abc"', '"x,y", W/"z" ,"abc"', '*', ' * '])('matches %s', (noneMatch) =>
    expect(isUnmodified({ noneMatch }, ETAG)).toBe(true),
  )

  it.each(['', 'abc', '"ab"', '"ABC"', '"x"'])('does not match %j', (noneMatch) =>
    expect(isUnmodified({ noneMatch }, ETAG)).toBe(false),
  )

  it('decides alone when the request names one', () => {
    const modifiedSince = 'Sun, 01 Mar 2037 00:00:00 GMT'
    expect(isUnmodified({ noneMatch: '"x"', modifiedSince }, ETAG, MODIFIED)).toBe(false)
  })
})

describe('the date', () => {
  it.each([
    ['Mon, 02 Mar 2026 08:00:00 GMT', true],
    ['Mon, 02 Mar 2026 07:59:59 GMT', false],
    ['yesterday', false],
    [null, false],
  ])('since %s gives %s', (modifiedSince, isOne) =>
    expect(isUnmodified({ noneMatch: null, modifiedSince }, ETAG, MODIFIED)).toBe(isOne),
  )

  it('is not compared where there is none', () =>
    expect(isUnmodified({ modifiedSince: 'Sun, 01 Mar 2037 00:00:00 GMT' }, ETAG)).toBe(false))
})
