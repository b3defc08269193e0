// A month as weeks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn, isMonth, monthOf, monthsLater, weeksOf } from '@/domain/time/calendar'

describe('the weeks of a month', () => {
  it('begin on Monday, end on Sunday, and hold the days of the months beside it', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ])
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  })

  it('are four where February begins on a Monday, and know leap years', () => {
    expect(weeksOf('2027-02')).toHaveLength(4)
    expect(weeksOf('2028-02').flat()).toContain('2028-02-29')
    expect(weeksOf('2027-02').flat()).not.toContain('2027-02-29')
  })

  it('hold every day of any month once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_998 }), (months) => {
        const month = monthsLater('2000-01', months)
        const dates = weeksOf(month).flat()
        expect(dates).toEqual([...new Set(dates)].sort())
        const inside = dates.filter((date) => monthOf(date) === month)
        expect(inside[0]).toBe(`${month}-01`)
        expect(inside.length).toBeGreaterThanOrEqual(28)
        expect(dates.length - inside.length).toBeLessThan(14)
      }),
    )
  })
})

it('goes from month to month over the ends of years', () => {
  expect(monthsLater('2026-12', 1)).toBe('2027-01')
  expect(monthsLater('2026-01', -1)).toBe('2025-12')
})

it('takes the date that the time zone has', () => {
  expect(dateIn('2026-11-30T23:30:00.000Z', 'UTC')).toBe('2026-11-30')
  expect(dateIn('2026-11-30T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-12-01')
})

it.each(['2026-13', '2026-00', '26-11', '2026-11-01', '', undefined, ['2026-11'], '9999-12'])(
  'does not take %j for a month',
  (text) => expect(isMonth(text)).toBe(false),
)
