// The clock of several instances on one database: everything that is due is published once, a failing Postgres only delays it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { CLOCK_PERIOD, isOverdue } from '@/domain/workflow/events/schedule'
import type { Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { createIn } from '../../setup/documents'
import { startInstance, type Instance } from '../../setup/instances'
import { openTestPayload } from '../../setup/payload'
import { account, recordOf, rowOf, scheduleForNow } from '../../setup/workflow'

const INSTANCES = 3
const DUE = 20
const LONG = { timeout: 120_000 }

let payload: Payload
let people: { author: User; editor: User }
let instances: Instance[]

beforeAll(async () => {
  payload = await openTestPayload()
  people = { author: await account(payload, 'writer'), editor: await account(payload, 'editor') }
  instances = await Promise.all(
    [...Array(INSTANCES).keys()].map((n) => startInstance(`clock-${n}`)),
  )
})
afterAll(() => Promise.all(instances.map((instance) => instance.kill())))

async function due(count: number, at?: Date): Promise<Id[]> {
  const ids: Id[] = []
  for (let n = 0; n < count; n += 1) {
    const id = await createIn(payload, 'approved', 'articles', people)
    await scheduleForNow(payload, people.editor, id, at)
    ids.push(id)
  }
  return ids
}

const states = async (ids: Id[]) =>
  new Set(await Promise.all(ids.map(async (id) => (await rowOf(payload, id)).state)))

async function expectPublishedOnce(ids: Id[]): Promise<void> {
  await expect.poll(() => states(ids), { timeout: 60_000 }).toEqual(new Set(['published']))
  for (const id of ids)
    expect((await recordOf(payload, id)).filter(({ what }) => what === 'publish')).toMatchObject([
      { role: 'scheduler', who: null },
    ])
}

/** To this database nobody gets through, as if the server were gone; other test files go on using theirs. */
async function whilePostgresIsAway(work: () => Promise<void>): Promise<void> {
  const { url } = inject('postgres')
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`alter database ${name} allow_connections false`)
  await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  await work()
  await server.query(`alter database ${name} allow_connections true`)
  await server.end()
}

it('several processes publish each due article once', LONG, async () => {
  const ids = await due(DUE)
  for (const instance of instances) instance.runClock(100)
  await expectPublishedOnce(ids)
})

it(
  'a Postgres that is away for a while ends no process, and what came due is published after',
  LONG,
  async () => {
    const at = new Date(Date.now() + 3000)
    const ids = await due(3, at)
    await whilePostgresIsAway(() => sleep(at.getTime() + 1000 - Date.now()))
    expect(instances.map((instance) => instance.isAlive())).toEqual(Array(INSTANCES).fill(true))
    await expectPublishedOnce(ids)
    await expectPublishedOnce(await due(2))
  },
)

it('a process that hangs with a due article in its hands is given up before the article is late', async () => {
  const { rows } = await poolOf(payload.db).query('show idle_in_transaction_session_timeout')
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: '30s' }])
  const at = new Date().toISOString()
  const taken = new Date(Date.parse(at) + CLOCK_PERIOD + 30_000 + CLOCK_PERIOD)
  expect(isOverdue(at, taken.toISOString())).toBe(false)
})
