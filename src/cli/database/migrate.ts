// Brings the database to the shape that this version needs; one process at a time.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Migration } from 'payload'
import pg from 'pg'
import { migrations } from '../../../migrations'
import { settings } from '../../env'
import { askDatabase } from '../../database/askDatabase'
import { openPayload } from '../../database/openPayload'
import { markDatabase } from '../../jobs/restored'

/** Any number will do, as long as every instance takes the same one. */
const LOCK = 20261122

const LOOK_EVERY_MS = 300
const SAY_EVERY_MS = 60_000

/**
 * The lock belongs to a transaction, and so ends with its process, also behind a connection pooler; when its machine is gone
 * without a word, the server finds out within half a minute. The transaction holds nothing else.
 */
const BEGIN = [
  'begin isolation level read committed',
  'set local idle_in_transaction_session_timeout = 0',
  'set local tcp_keepalives_idle = 10',
  'set local tcp_keepalives_interval = 5',
  'set local tcp_keepalives_count = 3',
]

const HOLDER = `
  select a.pid, a.application_name as name, a.client_addr::text as address, a.backend_start::text as since
  from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = ${LOCK}
    and l.database = (select oid from pg_database where datname = current_database())`

interface Holder {
  pid: number
  name: string
  address: string | null
  since: string
}

interface Options {
  /** Ends the wait for another instance. */
  stop?: AbortSignal
  /** Runs under the same lock, so that what a first start makes is made once. */
  afterwards?: () => Promise<void>
}

/**
 * Runs what is missing; instances that start together wait for the first.
 * @throws when the lock was lost on the way, or an AbortError when `stop` ended the wait
 */
export async function migrate({ stop, afterwards }: Options = {}): Promise<void> {
  const client = new pg.Client({ connectionString: settings().databaseUrl, keepAlive: true })
  const lost = new Promise<never>((_, reject) => {
    client.on('error', (error) =>
      reject(new Error(`The connection that holds the lock on migrations broke: ${error.message}`)),
    )
  })
  lost.catch(() => undefined)
  await client.connect()
  try {
    for (const statement of BEGIN) await client.query(statement)
    await takeLock(client, stop)
    await Promise.race([lost, migrateUnderLock(afterwards)])
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function migrateUnderLock(afterwards?: () => Promise<void>): Promise<void> {
  await runMissingMigrations()
  await markDatabase()
  await afterwards?.()
}

async function takeLock(client: pg.Client, stop?: AbortSignal): Promise<void> {
  let sayAt = 0
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_xact_lock($1) as taken', [LOCK])
    if (rows[0]?.taken) return
    if (performance.now() >= sayAt) {
      const [holder] = (await client.query<Holder>(HOLDER)).rows
      if (holder) console.log(describeWait(holder))
      sayAt = performance.now() + SAY_EVERY_MS
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: stop })
  }
}

const describeWait = ({ pid, name, address, since }: Holder): string =>
  `Waiting: another start migrates this database (${name || 'unnamed'} from ${address ?? 'this machine'}, connected since ${since}; process ${pid} of the server).`

async function runMissingMigrations(): Promise<void> {
  const missing = await listMissingMigrations()
  if (missing.length === 0) return
  console.log(`Migrating: ${missing.join(', ')}`)
  const payload = await openPayload()
  await payload.db.migrate({ migrations: migrations as Migration[] })
  const [left] = await listMissingMigrations()
  if (left) throw new Error(`The migration ${left} did not run.`)
}

async function listMissingMigrations(): Promise<string[]> {
  const [table] = await askDatabase<{ exists: boolean }>(
    `select to_regclass('payload_migrations') is not null as exists`,
  )
  const done = table?.exists
    ? await askDatabase<{ name: string }>('select name from payload_migrations')
    : []
  const names = new Set(done.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !names.has(name))
}
