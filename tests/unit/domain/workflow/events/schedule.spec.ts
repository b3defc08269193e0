// When a scheduled publish is due, and when somebody must be told that it has not happened.
import { describe, expect, it } from 'vitest'
import { dueAt, isDue, isOverdue, CLOCK_PERIOD } from '@/domain/workflow/events/schedule'

describe('due', () => {
  const DATE = '2027-01-10T12:00:00.000Z'

  it('is what is scheduled, and nothing else', () => {
    expect(dueAt({ state: 'scheduled', scheduledAt: DATE })).toBe(DATE)
    expect(dueAt({ state: 'approved', scheduledAt: DATE })).toBeNull()
  })

  it('begins at the date, and is overdue a minute after it', () => {
    expect(isDue(DATE, '2027-01-10T11:59:59.999Z')).toBe(false)
    expect(isDue(DATE, DATE)).toBe(true)
    expect(isDue(DATE, '2027-01-10T13:00:00+01:00')).toBe(true)
    expect(isOverdue(DATE, '2027-01-10T12:01:00.000Z')).toBe(false)
    expect(isOverdue(DATE, '2027-01-10T12:01:00.001Z')).toBe(true)
  })

  it('is not overdue when the clock comes a period late, and not when its first run fails', () => {
    const runs = [1, 2, 3].map((n) => new Date(Date.parse(DATE) + n * CLOCK_PERIOD).toISOString())
    for (const run of runs) expect([isDue(DATE, run), isOverdue(DATE, run)]).toEqual([true, false])
  })
})
