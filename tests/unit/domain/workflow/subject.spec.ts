// What readers get of an article, and whose it is.
import { describe, expect, it } from 'vitest'
import { isOwn, visibilityOf } from '@/domain/workflow/subject'
import { NOW } from './subjects'

describe('standing', () => {
  it('is the live version, the withdrawal, or nothing yet', () => {
    expect(visibilityOf({ live: true, withdrawal: null })).toBe('live')
    expect(visibilityOf({ live: false, withdrawal: null })).toBe('never')
    for (const reason of ['gone', 'moved', 'notice'] as const)
      expect(visibilityOf({ live: false, withdrawal: { reason, target: null, at: NOW } })).toBe(
        reason,
      )
  })
})

describe('isOwn', () => {
  it('is what an account created or is assigned to', () => {
    expect(isOwn({ createdBy: 1, assignee: null }, 1)).toBe(true)
    expect(isOwn({ createdBy: 2, assignee: 1 }, 1)).toBe(true)
    expect(isOwn({ createdBy: 2, assignee: 3 }, 1)).toBe(false)
  })

  it('is nothing for whoever is no account, even where nobody created the row', () => {
    expect(isOwn({ createdBy: null, assignee: null }, null)).toBe(false)
  })
})
