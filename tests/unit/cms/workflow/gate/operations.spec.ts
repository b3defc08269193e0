// Which operations a write is: judged by what would come of it, not by what it calls itself.
import { describe, expect, it } from 'vitest'
import { operationsOf, type Write } from '@/cms/workflow/gate/operations'

const write = (changes: Partial<Write>): Write => ({
  asked: 'update',
  savesDraft: false,
  status: undefined,
  statusBefore: 'draft',
  holdsLive: false,
  live: false,
  trashedBefore: false,
  trashedAfter: false,
  changesContent: true,
  ...changes,
})

const LIVE = { holdsLive: true, live: true, statusBefore: 'published' }

describe('a write', () => {
  it.each<[string, Partial<Write>, string[]]>([
    ['of a draft edits', { savesDraft: true }, ['edit']],
    ['of a draft over a live page edits', { ...LIVE, savesDraft: true }, ['edit']],
    ['of a row that was never live edits', {}, ['edit']],
    ['of a live row without a status edits what readers get', LIVE, ['edit', 'editLive']],
    [
      'that would put a newer draft in the place of the live row withdraws it',
      { ...LIVE, statusBefore: 'draft' },
      ['edit', 'unpublishByStatus'],
    ],
    [
      'with the status draft withdraws',
      { ...LIVE, status: 'draft' },
      ['edit', 'unpublishByStatus'],
    ],
    ['with the status published publishes', { status: 'published' }, ['edit', 'publishByStatus']],
    [
      'of many rows is a bulk edit',
      { asked: 'bulkUpdate', savesDraft: true },
      ['edit', 'bulkEdit'],
    ],
    ['of a withdrawn row touches what was live', { holdsLive: true }, ['edit', 'editLive']],
    ['into the trash is no edit', { trashedAfter: true, changesContent: false }, ['trash']],
    ['into the trash with other changes is both', { trashedAfter: true }, ['trash', 'edit']],
    [
      'out of the trash that publishes is refused as publishing',
      { trashedBefore: true, changesContent: false, status: 'published' },
      ['restoreFromTrash', 'publishByStatus'],
    ],
    ['that restores', { asked: 'restoreVersion', savesDraft: true }, ['restoreVersion']],
    ['that creates', { asked: 'create' }, ['create']],
    ['that creates live', { asked: 'create', status: 'published' }, ['create', 'publishByStatus']],
    [
      'that copies live',
      { asked: 'duplicate', status: 'published' },
      ['duplicate', 'publishByStatus'],
    ],
  ])('%s', (_what, changes, operations) => {
    expect(operationsOf(write(changes))).toEqual(operations)
  })
})
