// The clock of the site, as npm start runs it.
import type { Payload } from 'payload'
import { beforeAll, expect, it, vi } from 'vitest'
import { keepPublishing } from '@/commands/schedule'
import { findArticle } from '@/site/articles/queries'
import { createDraft, createIn } from '../setup/documents'
import { openTestPayload } from '../setup/payload'
import { account, act, rowOf, scheduleForNow } from '../setup/workflow'

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
  const publishing = keepPublishing(stop.signal, 100)
  await expect.poll(() => complaints.mock.calls.length).toBeGreaterThan(0)
  process.env.DATABASE_URL = DATABASE_URL

  expect(await findArticle('/on-time')).toBeUndefined()
  await expect.poll(() => findArticle('/on-time'), { timeout: 10_000 }).toBeTruthy()
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(at))
  stop.abort()
  await publishing
})

it('goes by the clock of the database, whatever this machine’s says', async () => {
  const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
  const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
  await scheduleForNow(payload, editor, id)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 24 * 3_600_000 })
  const stop = new AbortController()
  const publishing = keepPublishing(stop.signal, 100)
  await expect.poll(async () => (await rowOf(payload, id)).state).toBe('published')
  vi.useRealTimers()
  stop.abort()
  await publishing
})
