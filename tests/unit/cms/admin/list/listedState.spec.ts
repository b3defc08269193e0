// What a list says of a document: both what readers get and where the working version stands.
import { describe, expect, it } from 'vitest'
import { listedWords } from '@/cms/admin/list/listedState'
import type { ListedState } from '@/cms/workflow/overview/states'

const row = (changes: Partial<ListedState>): ListedState => ({
  state: 'draft',
  live: false,
  forced: null,
  scheduleFailure: null,
  withdrawal: null,
  ...changes,
})

const gone = { reason: 'gone', target: null, at: '' }

describe('a cell of a list', () => {
  it.each<[string, Partial<ListedState>]>([
    ['Draft', {}],
    ['In review', { state: 'in_review' }],
    ['Changes requested', { state: 'changes_requested' }],
    ['Scheduled', { state: 'scheduled' }],
    ['Published', { state: 'published', live: true }],
    ['Live, next version: draft', { live: true }],
    ['Live, next version: scheduled', { state: 'scheduled', live: true }],
    ['Withdrawn (gone)', { state: 'withdrawn', withdrawal: gone }],
    ['Withdrawn (gone), next version: in review', { state: 'in_review', withdrawal: gone }],
  ])('says “%s”', (words, changes) => {
    const state = changes.state ?? 'draft'
    expect(listedWords(row(changes))).toEqual({ words, look: state })
  })

  it.each<[string, Partial<ListedState>]>([
    ['Published, not approved so far', { state: 'published', live: true, forced: { by: 1 } }],
    ['Scheduled, could not be published', { state: 'scheduled', scheduleFailure: { at: '' } }],
  ])('marks what is not as it should be: “%s”', (words, changes) => {
    expect(listedWords(row(changes))).toEqual({ words, look: 'trouble' })
  })

  it('speaks of a failure only while it is scheduled', () => {
    const failed = { scheduleFailure: { at: '' } }
    expect(listedWords(row({ state: 'approved', ...failed })).words).toBe('Approved')
  })
})
