// What the lists of the dashboard keep, and for whom.
import { describe, expect, it } from 'vitest'
import { isLate, LISTS, type Me, type WorkflowRow } from '@/cms/admin/dashboard/lists'

const NOW = '2027-01-10T12:00:00.000Z'
const EDITOR: Me = { id: 4, role: 'editor' }

const row = (changes: Partial<WorkflowRow> = {}): WorkflowRow => ({
  kind: 'articles',
  document: 50,
  state: 'in_review',
  updatedAt: NOW,
  ...changes,
})

const list = (name: string) => {
  const found = LISTS.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no list ${name}`)
  return found
}

describe('overdue or failed', () => {
  it('gives a schedule one minute', () => {
    expect(isLate({ scheduledAt: '2027-01-10T11:59:30.000Z' }, NOW)).toBe(false)
    expect(isLate({ scheduledAt: '2027-01-10T11:58:59.000Z' }, NOW)).toBe(true)
  })

  it('does not wait for a schedule that has failed', () => {
    expect(isLate({ scheduledAt: '2027-01-11T12:00:00.000Z', scheduleFailure: {} }, NOW)).toBe(true)
  })
})

describe('published without approval', () => {
  it('counts only what is still marked', () => {
    const { keeps } = list('forced')
    expect(keeps(row({ forced: { by: 6 } }), EDITOR, NOW)).toBe(true)
    expect(keeps(row({ forced: null }), EDITOR, NOW)).toBe(false)
  })
})
