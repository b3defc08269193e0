// Days: known by their form, and the day that the panel stored as its noon.
import { expect, it } from 'vitest'
import { isDay, storedDay } from '@/domain/time/day'

it.each([
  ['2026-05-04', true],
  ['2026-05-04T12:00:00.000Z', false],
  ['04/05/2026', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

it('is what is left of a stored date without its time', () => {
  expect(storedDay('2026-05-04T12:00:00.000Z')).toBe('2026-05-04')
})
