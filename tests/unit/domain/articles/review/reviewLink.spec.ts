// When a review link is open, and for how many days one may be made.
import { describe, expect, it } from 'vitest'
import { daysIssues, expiryOf, linkStanding } from '@/domain/articles/review/reviewLink'

const NOW = '2026-03-02T08:00:00.000Z'
const link = { version: 3, expiresAt: '2026-03-02T08:00:00.001Z', revokedAt: null }

describe('a review link', () => {
  it('is open for its version, until its time', () => {
    expect(linkStanding(link, 3, NOW)).toBe('open')
    expect(linkStanding({ ...link, expiresAt: NOW }, 3, NOW)).toBe('expired')
  })

  it('is closed by any edit, and when the document is gone', () => {
    expect([2, 4, undefined].map((version) => linkStanding(link, version, NOW))).toEqual(
      Array.from({ length: 3 }, () => 'edited'),
    )
  })

  it('that was revoked stays so, whatever else is true', () => {
    expect(linkStanding({ ...link, revokedAt: NOW }, 3, NOW)).toBe('revoked')
    expect(linkStanding({ ...link, revokedAt: NOW, expiresAt: NOW }, 4, NOW)).toBe('revoked')
  })

  it('is made for 1 to 60 whole days', () => {
    expect([1, 7, 60].flatMap(daysIssues)).toEqual([])
    for (const days of [0, 61, 1.5, -1, NaN, '7', null])
      expect(daysIssues(days)).toEqual([{ code: 'daysInvalid', field: 'days', least: 1, most: 60 }])
    expect(expiryOf(NOW, 7)).toBe('2026-03-09T08:00:00.000Z')
  })
})
