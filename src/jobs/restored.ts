// Detects that the database went back to an earlier state, and closes what that would open again.
//
// The database carries a mark of where it lives and when it was last marked; the data folder remembers the latest mark. A dump
// that was restored lives elsewhere than it says (another server, another database, or tables made anew). One that was
// restored into the same tables, or a server that was set back in time, is older than what the data folder remembers. A
// restart, a second instance, an empty data folder and a standby that took over are none of these.
import pg from 'pg'
import { settings } from '../env'
import { readMark, writeMark } from '../database/databaseMark'
import { repeatJob } from './repeat'

/** What happens within this time before a backup is restored may go unnoticed. */
const EVERY_MS = 60_000
const PATIENCE_MS = 10_000

/** Numbers that are given once: to a server when it is made, to a database and to a table when they are. */
const SERVER = `(select system_identifier from pg_control_system()) || '/' || (select oid from pg_database where datname = current_database())`
const PLACE = `${SERVER} || '/' || 'installation'::regclass::oid`

/** Seconds, to the microsecond; the setting DateStyle has no say in it. */
const LATEST = `extract(epoch from marked_at)`

const LOOK = `
  select ${SERVER} as server, place is distinct from ${PLACE} and place is not null as strange,
    coalesce(${LATEST}, 0) < $1::numeric as older
  from installation for update`

/** A clock that was set back does not take the mark along. */
const MARK = `
  update installation set place = ${PLACE}, marked_at = greatest(clock_timestamp(),
    marked_at + interval '1 millisecond',
    case when $1::numeric < 'Infinity' then to_timestamp($1::double precision + 0.001) end)
  returning ${LATEST} as marked_at`

/** What may have been closed after the backup was made and is open in it. */
const CLOSE = [
  'delete from users_sessions',
  'update users set reset_password_token = null, reset_password_expiration = null where reset_password_token is not null',
  'update review_links set revoked_at = now() where revoked_at is null',
  'delete from stored_pages',
  // The shared cache in front is told of everything again.
  'update purges set revision = 0',
]

const CLOSED =
  'This database was restored from an earlier state, or copied: everybody is signed out, links that reset passwords or show drafts are closed, and stored pages are made again.'

/**
 * Marks the database, and the data folder after it. In one transaction with what it closes, so that of two instances one does.
 * @returns whether it was restored
 */
export async function markDatabase(): Promise<boolean> {
  const { databaseUrl, dataDir } = settings()
  const known = readMark(dataDir)
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level read committed')
    const { server } = (await client.query(`select ${SERVER} as server`)).rows[0]
    const concerned = known && (known.place === undefined || known.place === server)
    const latest = concerned ? known.markedAt : 0
    const [found] = (await client.query(LOOK, [latest])).rows
    const restored = Boolean(found?.strange || found?.older)
    if (restored) for (const statement of CLOSE) await client.query(statement)
    const [marked] = (await client.query(MARK, [latest])).rows
    await client.query('commit')
    if (marked) storeMark(dataDir, { place: server, markedAt: marked.marked_at })
    if (restored) console.log(CLOSED)
    return restored
  } finally {
    await client.end()
  }
}

/** Without it a database in the same place that is set back would go unnoticed; nothing else suffers. */
function storeMark(...mark: Parameters<typeof writeMark>): void {
  try {
    writeMark(...mark)
  } catch (error) {
    console.error(`The mark of the database was not kept: ${(error as Error).message}`)
  }
}

/** Until `stop`, and once more then: what a backup lacks is known up to the last moment of a site that was stopped in order. */
export async function runMarkLoop(stop: AbortSignal): Promise<void> {
  await repeatJob(
    stop,
    EVERY_MS,
    'The database was not marked.',
    async () => void (await markDatabase()),
  )
  await markDatabase().catch(() => undefined)
}
