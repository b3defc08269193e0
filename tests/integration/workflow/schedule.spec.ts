// The clock of the site, as npm start runs it.
import type { Payload } from 'payload'
import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { publishDue } from '@/cms/workflow/events/schedule'
import { runScheduleLoop } from '@/jobs/schedule'
import type { Clock } from '@/server/health'
import type { Id } from '@/domain/workflow/subject'
import { findArticle } from '@/site/articles/queries'
import { createDraft, createIn } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { account, act, codes, recordOf, rowOf, scheduleForNow } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

it('publishes at the time, whatever failed before, and ends when it is told to', async () => {
  const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
  const id = await createDraft(payload, 'articles', writer, { path: '/on-time' })
  await act(payload, writer, 'submit', id)
  await act(payload, editor, 'approve', id)
  const at = new Date(Date.now() + 1500).toISOString()
  await act(payload, editor, 'schedule', id, { at })

  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { DATABASE_URL } = process.env
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nowhere'
  const stop = new AbortController()
  const publishing = runScheduleLoop(stop.signal, 100)
  await expect.poll(() => complaints.mock.calls.length).toBeGreaterThan(0)
  process.env.DATABASE_URL = DATABASE_URL

  expect(await findArticle('/on-time')).toBeUndefined()
  await expect.poll(() => findArticle('/on-time'), { timeout: 10_000 }).toBeTruthy()
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(at))
  stop.abort()
  await publishing
})

const DAY = 24 * 3_600_000

it('goes by the clock of the database, whatever this machine’s says, and says that it differs', async () => {
  const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
  const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
  await scheduleForNow(payload, editor, id)
  const notes = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const begin = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: begin - DAY })
  const stop = new AbortController()
  const clock: Clock = {}
  const publishing = runScheduleLoop(stop.signal, 100, clock)
  await expect.poll(async () => (await rowOf(payload, id)).state).toBe('published')
  await expect.poll(() => clock.aheadMs).toBeGreaterThan(DAY - 60_000)
  vi.useRealTimers()
  await expect.poll(() => clock.aheadMs).toBe(0)
  stop.abort()
  await publishing
  const { publishedAt, modifiedAt } = await payload.findByID({ collection: 'articles', id })
  for (const at of [publishedAt, modifiedAt])
    expect(Date.parse(at ?? '')).toBeGreaterThanOrEqual(begin)
  expect(notes.mock.calls.flat()).toEqual([
    expect.stringContaining('s behind the database'),
    expect.stringContaining('agrees with that of the database again'),
  ])
})

it('an event is dated by the clock of the database too, and so is a date that has not come', async () => {
  const editor = await account(payload, 'editor')
  const id = await createIn(payload, 'approved', 'articles', {
    author: await account(payload, 'writer'),
    editor,
  })
  const begin = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: begin - DAY })
  const soon = new Date(begin - DAY / 2).toISOString()
  expect(await codes(act(payload, editor, 'schedule', id, { at: soon }))).toEqual([
    'dateNotInFuture',
  ])
  await act(payload, editor, 'publish', id)
  vi.useRealTimers()
  const { publishedAt } = await payload.findByID({ collection: 'articles', id })
  expect(Date.parse(publishedAt ?? '')).toBeGreaterThanOrEqual(begin)
  const record = await recordOf(payload, id)
  expect(record.at(-1)).toMatchObject({ what: 'publish', when: publishedAt })
})

describe('of what is due', () => {
  /** @param minutes ago */
  async function dueSince(minutes: number): Promise<Id> {
    const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await scheduleForNow(payload, editor, id, new Date(Date.now() - minutes * 60_000))
    return id
  }
  const published = (ids: Id[]) => ids.map((id) => ({ kind: 'articles', id }))

  it('what somebody else is at is left to them, and holds up nothing else', async () => {
    const [held, free] = [await dueSince(20), await dueSince(10)]
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select from workflows where document = $1 for update', [held])
    expect(await publishDue(payload)).toEqual({ published: published([free]), failed: [] })
    await holder.query('rollback')
    await holder.end()
    expect(await publishDue(payload)).toEqual({ published: published([held]), failed: [] })
  })

  it('two runs at once publish each once, and neither takes the other’s for a failure', async () => {
    const complaints = vi.spyOn(payload.logger, 'error')
    const ids: Id[] = []
    for (let n = 0; n < 8; n += 1) ids.push(await dueSince(n))
    const runs = await Promise.all([publishDue(payload), publishDue(payload), publishDue(payload)])
    expect(runs.flatMap(({ failed }) => failed)).toEqual([])
    expect(complaints).not.toHaveBeenCalled()
    const done = runs.flatMap((run) => run.published.map(({ id }) => id))
    expect(done.sort((a, b) => a - b)).toEqual(ids)
    for (const id of ids)
      expect((await recordOf(payload, id)).filter(({ what }) => what === 'publish')).toHaveLength(1)
    complaints.mockRestore()
  })
})
