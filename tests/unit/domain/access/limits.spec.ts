// Limits that must agree with one another.
import { expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'

it('leaves room for the slug of a title in a path, and for an answer in a body', () => {
  expect(LIMITS.slug + 1).toBeLessThanOrEqual(LIMITS.path)
  expect(LIMITS.answer).toBeLessThan(LIMITS.body)
  for (const limit of Object.values(LIMITS)) expect(limit).toBeGreaterThan(0)
})
