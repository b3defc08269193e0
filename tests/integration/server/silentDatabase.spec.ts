// Requests of editors that are under way when the database falls silent: each is told so in bounded time, and none is signed out.
import pg from 'pg'
import { afterAll, afterEach, expect, it } from 'vitest'
import type { Call } from '../../setup/http'
import { openProxy } from '../../setup/databaseProxy'

const databaseUrl = process.env.DATABASE_URL ?? ''
const wire = await openProxy(databaseUrl)
process.env.DATABASE_URL = wire.url
/** In the server it is half a minute (serve.ts). */
const QUERY_MS = 3000
/** One question, what undoes the rest, and what a busy machine needs. */
const LIMIT_MS = 3 * QUERY_MS
pg.defaults.query_timeout = QUERY_MS
// Only now: they read the address of the database.
const { openRestClients: openDoors } = await import('../../setup/restClients')
const { createDraft } = await import('../../setup/documents')
const { rowOf } = await import('../../setup/workflow')

const { calls, payload, users } = await openDoors()
/** By a wire of their own: one that holds rows, and one that sees who waits for them. */
const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: databaseUrl })) as [
  pg.Client,
  pg.Client,
]
await holder.connect()
await watcher.connect()

afterEach(() => wire.mend())
afterAll(async () => {
  await holder.end()
  await watcher.end()
  await wire.close()
})

const REQUESTS: [string, (id: number) => string, object?][] = [
  ['GET', (id) => `/articles/${id}?draft=true`],
  ['GET', (id) => `/articles/${id}/workflow`],
  ['GET', () => '/users/me'],
  ['PATCH', (id) => `/articles/${id}?draft=true`, { summary: 'Mine.', workflowVersion: 1 }],
  ['PATCH', (id) => `/articles?draft=true&where[id][in]=${id}`, { nextReview: '2030-01-01' }],
  ['POST', (id) => `/articles/${id}/events`, { event: 'submit', version: 1 }],
]

/** How many of Payload's statements wait for somebody. */
async function waiting(): Promise<number> {
  const { rows } = await watcher.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].n
}

/** Transactions that nobody ends. */
async function left(): Promise<unknown[]> {
  const { rows } = await watcher.query(
    `select query from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  return rows
}

/** What each answers, and after how many milliseconds the last one did. */
async function answersOf(call: Call, id: number, requests: typeof REQUESTS) {
  const start = performance.now()
  const answers = await Promise.all(
    requests.map(([method, path, body]) => call(method, path(id), body)),
  )
  return { answers, ms: performance.now() - start }
}

const AWAY = { status: 503, body: { errors: [{ message: expect.stringContaining('database') }] } }

it('whoever asks just then is not taken for somebody who has not signed in', async () => {
  const id = await createDraft(payload, 'articles', users.editor)
  wire.freeze()
  const { answers, ms } = await answersOf(calls.editor, id, REQUESTS)
  for (const answer of answers) expect(answer).toMatchObject(AWAY)
  expect(ms).toBeLessThan(LIMIT_MS)
})

it('a write that had begun is given up, and was not done', async () => {
  const id = await createDraft(payload, 'articles', users.editor)
  const before = await rowOf(payload, id)
  const writes = REQUESTS.filter(([method]) => method !== 'GET')
  // Somebody holds what they are about, so that they are in the middle of it when the silence begins.
  await holder.query('begin')
  await holder.query('select from workflows for update')
  const ending = answersOf(calls.editor, id, writes)
  await expect.poll(waiting, { timeout: QUERY_MS }).toBe(writes.length)
  wire.freeze()
  const { answers, ms } = await ending
  for (const answer of answers) expect(answer).toMatchObject(AWAY)
  expect(ms).toBeLessThan(LIMIT_MS)
  await holder.query('rollback')
  await wire.mend()
  await expect.poll(waiting).toBe(0)
  expect(await left()).toEqual([])
  expect(await rowOf(payload, id)).toEqual(before)
  const again = await calls.editor('PATCH', `/articles/${id}?draft=true`, { summary: 'Mine.' })
  expect(again.status).toBe(200)
})
