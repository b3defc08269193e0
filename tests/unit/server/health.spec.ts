// Whether jobs run, and whether the clock that they go by is this machine's.
import { describe, expect, it } from 'vitest'
import { aheadOf, checkJobs, skewNote } from '@/server/health'

describe('two clocks', () => {
  it('are apart by what the way of the question does not explain', () => {
    expect(aheadOf(1_500, [1_000, 2_000])).toBe(0)
    expect(aheadOf(5_000, [1_000, 2_000])).toBe(3_000)
    expect(aheadOf(400, [1_000, 2_000])).toBe(-600)
  })

  it('are worth a note when they are apart by more than two seconds, either way', () => {
    expect([undefined, 0, 2_000, -2_000].map(skewNote)).toEqual(Array(4).fill(undefined))
    expect(skewNote(90_000)).toContain('90 s behind the database')
    expect(skewNote(-3_000)).toContain('3 s ahead of the database')
  })
})

it('jobs that run by another clock run, with a note', () => {
  const ranAt = performance.now()
  expect(checkJobs({ ranAt })).toEqual({ ok: true })
  expect(checkJobs({ ranAt, aheadMs: 0 })).toEqual({ ok: true })
  expect(checkJobs({ ranAt, aheadMs: 60_000 })).toEqual({ ok: true, note: skewNote(60_000) })
  expect(checkJobs({ aheadMs: 60_000 })).toMatchObject({ ok: false })
})
