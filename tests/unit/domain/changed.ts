// What a change of one row says, for the tests of the facts.
import { expect } from 'vitest'
import { changedTags } from '@/domain/cacheTags/changedTags'
import { tagFor, wildcard, type Stored } from '@/domain/cacheTags/cacheTags'
import type { Row } from '@/domain/cacheTags/rowChange'

/** Without the facts that gather others: each of those follows from one of these. */
export const changed = (
  stored: Stored,
  before: Row | undefined,
  after: Row | undefined,
): string[] => {
  const names = changedTags(stored, before, after)
  const own = names.filter((name) => !name.includes(':any') || name === 'settings:any')
  for (const name of own) expect(names).toContain(wildcard(name))
  if (names.length > 0) expect(names).toContain(tagFor.any(stored))
  return own.sort()
}
