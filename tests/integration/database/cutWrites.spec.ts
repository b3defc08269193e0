// A write that a dying Postgres cuts off is answered with 503 and when to ask again, and says whether it may have been saved.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { openProxy } from '../../setup/databaseProxy'

const databaseUrl = process.env.DATABASE_URL ?? ''
const wire = await openProxy(databaseUrl)
process.env.DATABASE_URL = wire.url
// Only now: they read the address of the database.
const { openRestClients: openDoors } = await import('../../setup/restClients')
const { createIn } = await import('../../setup/documents')
const { send } = await import('../../setup/http')

const { calls, editor, payload, users } = await openDoors()
const beside = new pg.Client({ connectionString: databaseUrl })
await beside.connect()

afterAll(async () => {
  await beside.end()
  await wire.close()
})

const data = { email: editor.email, password: 'twelve-letters' }
const { token } = await payload.login({ collection: 'users', data })
const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }

/** Asked beside the connections that were cut. */
async function stored(id: number): Promise<{ live: boolean; state: string }> {
  const { rows } = await beside.query(
    `select live, state from workflows where kind = 'articles' and document = $1`,
    [id],
  )
  return rows[0]
}

/** Connections that were cut while nobody used them leave the pool when they notice. */
const isBack = () =>
  Promise.all(Array.from({ length: 10 }, () => payload.count({ collection: 'users' }))).then(
    () => true,
    () => false,
  )

/** The ways in which a connection ends under a statement. */
const CUTS: [string, () => Promise<unknown>][] = [
  [
    'told by the server (57P01)',
    () =>
      beside.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      ),
  ],
  ['by the network', () => wire.cut()],
]

/** Close together where the transaction begins, then all through it. */
const MOMENTS_MS = [
  0,
  2,
  4,
  6,
  8,
  10,
  12,
  ...Array.from({ length: 14 }, (_, index) => 28 * (index + 1)),
]

it.each(CUTS)('cut %s at any moment', async (_how, cut) => {
  const statuses = new Set<number>()
  for (const ms of MOMENTS_MS) {
    await wire.mend()
    await expect.poll(isBack).toBe(true)
    const id = await createIn(payload, 'approved', 'articles', { author: users.writer, editor })
    const event = { event: 'publish', version: 1, state: 'approved' }
    const asked = send('POST', `/articles/${id}/events`, { headers, body: JSON.stringify(event) })
    await sleep(ms)
    await cut()
    const response = await asked
    const text = await response.text()
    await wire.mend()
    statuses.add(response.status)
    expect([200, 503], text).toContain(response.status)
    const { live, state } = await stored(id)
    expect([live, state]).toEqual(live ? [true, 'published'] : [false, 'approved'])
    if (response.status === 200) expect(live).toBe(true)
    else {
      expect(response.headers.get('Retry-After')).toMatch(/^\d+$/)
      expect(text).toMatch(live ? /Look whether it was saved/ : /try again/)
    }
  }
  expect(statuses).toContain(503)
  await expect.poll(isBack).toBe(true)
  expect((await calls.editor('GET', '/articles?limit=1')).status).toBe(200)
})
