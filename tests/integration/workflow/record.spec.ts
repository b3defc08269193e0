// The record of the events, and the schedule that publishes once.
import type { PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { overviewOf } from '@/cms/workflow/overview/overview'
import { publishDue } from '@/cms/workflow/events/schedule'
import { OPERATOR } from '@/domain/workflow/subject'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TOMORROW, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, codes, recordOf, rowOf, save } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, editor } = await accounts(payload)
const other = await account(payload, 'editor')

describe('the record', () => {
  it('has exactly one row for each accepted event and none for a refused one', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await act(payload, writer, 'submit', id)
    await codes(act(payload, writer, 'approve', id))
    await act(payload, editor, 'requestChanges', id, { note: 'Shorter.' })
    expect(await recordOf(payload, id)).toMatchObject([
      { what: 'submit', from: 'draft', to: 'in_review', who: writer.id, version: 1, note: null },
      { what: 'requestChanges', to: 'changes_requested', who: editor.id, note: 'Shorter.' },
    ])
  })

  it.each([
    'update workflow_events set note = $$x$$',
    'delete from workflow_events',
    'truncate workflow_events cascade',
  ])('is closed in the database: %s', async (statement) => {
    await expect(poolOf(payload.db).query(statement)).rejects.toMatchObject({ code: '23001' })
  })

  it('is kept when two events race: one is accepted', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const both = await Promise.allSettled([
      act(payload, editor, 'publish', id),
      act(payload, other, 'publish', id),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await recordOf(payload, id)).filter(({ what }) => what === 'publish')).toHaveLength(1)
  })
})

describe('the schedule', () => {
  const due = () => new Date(Date.parse(TOMORROW) + 1000).toISOString()

  it('publishes what is due once, however many instances run, and nothing before its time', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => createIn(payload, 'scheduled', 'articles', { author: writer, editor })),
    )
    expect(await publishDue(payload)).toEqual({ published: [], failed: [] })
    const runs = await Promise.all([1, 2, 3].map(() => publishDue(payload, due())))
    const published = runs.flatMap((run) => run.published.map(({ id }) => id))
    expect(published.sort()).toEqual([...ids].sort())
    for (const id of ids) {
      expect(await rowOf(payload, id)).toMatchObject({ state: 'published', live: true })
      const events = await recordOf(payload, id)
      expect(events.filter(({ what }) => what === 'publish')).toMatchObject([
        { role: 'scheduler', who: null },
      ])
    }
  })

  it('that cannot run says why, goes on with the others, and runs when it can', async () => {
    const item = await createDraft(payload, 'faq-items', writer)
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'schedule', id, { at: TOMORROW })
    const seen = await overviewOf('articles', id, OPERATOR, { payload } as PayloadRequest)
    expect(seen).toMatchObject({ seal: { intact: true }, authors: [] })
    const answer = (text: string) =>
      save(payload, writer, item, { answer: richText(paragraph(text)) }, 'faq-items')
    await answer('Changed behind it.')
    const fine = await createIn(payload, 'scheduled', 'articles', { author: writer, editor })
    const lines = vi.spyOn(payload.logger, 'warn').mockImplementation(() => undefined)
    const faults = vi.spyOn(payload.logger, 'error')
    expect(await publishDue(payload, due())).toMatchObject({
      published: [{ id: fine }],
      failed: [{ id, issues: [{ code: 'sealBroken' }] }],
    })
    const noted = await rowOf(payload, id)
    expect(noted).toMatchObject({
      state: 'scheduled',
      scheduleFailure: { issues: [{ code: 'sealBroken' }] },
    })
    for (let run = 0; run < 3; run++) await publishDue(payload, due())
    // One line, once, and nothing is written again while nothing has changed.
    expect(lines.mock.calls).toEqual([
      [expect.stringMatching(/^The schedule cannot publish articles \d+, .*It was changed after/)],
    ])
    expect((await rowOf(payload, id)).updatedAt).toBe(noted.updatedAt)
    await answer('')
    await publishDue(payload, due())
    expect(lines).toHaveBeenCalledTimes(2)
    expect(faults).not.toHaveBeenCalled()
    vi.restoreAllMocks()
    await answer('So.')
    expect((await publishDue(payload, due())).published).toEqual([{ kind: 'articles', id }])
    expect((await rowOf(payload, id)).scheduleFailure ?? null).toBeNull()
  })
})
