// Brings the database to the shape that this version needs; one process at a time.
import type { Migration } from 'payload'
import pg from 'pg'
import { migrations } from '../../migrations'
import { settings } from '../env'
import { openPayload } from './payload'

/** Any number will do, as long as every instance takes the same one. */
const LOCK = 20261122

/**
 * Runs what is missing; instances that start together wait for the first.
 * @param afterwards runs under the same lock, so that what a first start makes is made once
 */
export async function migrate(afterwards?: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: settings().databaseUrl, keepAlive: true })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await runMissing(client)
    await afterwards?.()
  } finally {
    await client.end()
  }
}

async function runMissing(client: pg.Client): Promise<void> {
  const missing = await missingMigrations(client)
  if (missing.length === 0) return
  console.log(`Migrating: ${missing.join(', ')}`)
  const payload = await openPayload()
  await payload.db.migrate({ migrations: migrations as Migration[] })
  const left = await missingMigrations(client)
  if (left.length > 0) throw new Error(`The migration ${left[0]} did not run.`)
}

async function missingMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('payload_migrations') is not null as exists`,
  )
  const done = rows[0]?.exists
    ? await client.query<{ name: string }>('select name from payload_migrations')
    : { rows: [] }
  const names = new Set(done.rows.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !names.has(name))
}
