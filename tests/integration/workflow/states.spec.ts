// The states of a whole list cost one query, and belong each to its own document.
import { expect, it, vi } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { stateOf } from '@/cms/workflow/overview/states'
import { createDraft, createIn } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { accounts } from '../../setup/workflow'

const payload = await openTestPayload()
const { editor, writer } = await accounts(payload)

it.each(KINDS)('of %s', async (kind) => {
  const draft = await createDraft(payload, kind, writer)
  const sent = await createIn(payload, 'in_review', kind, { author: writer, editor })
  const live = await createIn(payload, 'published', kind, { author: writer, editor })
  const find = vi.spyOn(payload.db, 'find')
  const rows = await Promise.all(
    [live, draft, 999_999, sent, draft].map((id) => stateOf(payload, kind, id)),
  )
  expect(rows.map((row) => row?.state)).toEqual([
    'published',
    'draft',
    undefined,
    'in_review',
    'draft',
  ])
  expect(rows[0]).toMatchObject({ live: true, forced: null, withdrawal: null })
  expect(find).toHaveBeenCalledTimes(1)
  find.mockRestore()
})
