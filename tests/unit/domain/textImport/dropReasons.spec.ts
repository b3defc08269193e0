// Every reason to drop a span has its wording.
import { expect, it } from 'vitest'
import { DROP_REASONS } from '@/domain/textImport/dropReasons'

it('words no two reasons alike', () => {
  const wordings = Object.values(DROP_REASONS)
  expect(new Set(wordings).size).toBe(wordings.length)
  for (const wording of wordings) expect(wording).toMatch(/^[a-z].*[a-z]$/)
})
