// Reads everything on a page from one moment of the site: one read-only transaction, whose first read is the revision.
import config from '@payload-config'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { getPayload } from 'payload'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { dropIdle } from '@/database/idleConnections'
import { connectToReplica, letReplicaRest } from './replica'
import { duringReading, type Reading } from './reading'

/** A page that takes longer to read is given up, and its connection with it. */
const DEADLINE_MS = 10_000

/** To begin costs no work: a server that is silent for this long is away. */
const BEGIN_MS = 2000

/** Enough to sort the ids of a hundred thousand articles without a file. */
const SORT_MEMORY = '16MB'

const BEGIN = `begin isolation level repeatable read read only;
  set local statement_timeout = ${DEADLINE_MS};
  set local work_mem = '${SORT_MEMORY}';
  select revision from site_revision`

/** One query builder for each connection: to make one costs more than most queries. */
const builders = new WeakMap<PoolClient, object>()

function findBuilder(client: PoolClient, { schema }: PostgresAdapter): object {
  const known = builders.get(client)
  if (known) return known
  const made = drizzle({ client: queryOneByOne(client) as never, schema })
  builders.set(client, made)
  return made
}

const ignore = (): void => undefined

/** A connection takes one query after the other; of several at once, the later ones wait here. */
function queryOneByOne(client: PoolClient): object {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...args: Parameters<PoolClient['query']>) => {
    const answer = last.then(() => client.query(...args))
    last = Promise.resolve(answer).then(ignore, ignore)
    return answer
  }
  return { query }
}

async function beginReading(client: PoolClient): Promise<Reading> {
  const results = (await client.query({
    text: BEGIN,
    query_timeout: BEGIN_MS,
  } as QueryConfig)) as unknown as { rows: { revision: string }[] }[]
  const revision = results.at(-1)?.rows[0]?.revision
  if (revision === undefined) throw new Error('The database has no revision of the site.')
  const transactionID = crypto.randomUUID()
  return { transactionID, revision, tags: new Set(), storable: true }
}

interface Read<Result> {
  result: Result
  reading: Reading
}

/** A connection in its own moment of the site. */
interface Opened {
  client: PoolClient
  reading: Reading
}

async function beginOn(client: PoolClient): Promise<Opened> {
  // A connection that breaks fails its queries; unheard, its event would end the process too.
  client.on('error', ignore)
  try {
    return { client, reading: await beginReading(client) }
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function openSnapshot(pool: Pool): Promise<Opened> {
  const first = async () => beginOn(await pool.connect())
  return first().catch(async () => {
    // One that is dead says nothing about the database: a new one may do.
    await dropIdle(pool)
    return first()
  })
}

/** Whether this moment of the site may be shown. */
type IsCurrent = (revision: string) => Promise<boolean>

/** Not Payload's own transaction, which never gives its connection back when its first statement fails. */
async function readAndCommit<Result>(
  { client, reading }: Opened,
  db: PostgresAdapter,
  render: () => Promise<Result>,
  isCurrent: IsCurrent,
): Promise<Read<Result> | undefined> {
  const end = async () => {}
  db.sessions[reading.transactionID] = {
    db: findBuilder(client, db) as never,
    resolve: end,
    reject: end,
  }
  try {
    const result = (await isCurrent(reading.revision))
      ? { result: await duringReading(reading, render), reading }
      : undefined
    await client.query('commit')
    return result
  } finally {
    delete db.sessions[reading.transactionID]
  }
}

/** The connection is given back however it ends; after an error it is closed. Undefined when the moment may not be shown. */
async function readInTime<Result>(
  opened: Opened,
  ...how: [PostgresAdapter, () => Promise<Result>, IsCurrent]
): Promise<Read<Result> | undefined> {
  const { client } = opened
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database took too long.')), DEADLINE_MS)
  })
  try {
    const done = await Promise.race([late, readAndCommit(opened, ...how)])
    client.off('error', ignore)
    client.release()
    return done
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Undefined when there is no standby, when it fails, or when it does not show what the database itself shows at this moment:
 * the revision that it has is compared with the database's own, which is asked afterwards. What no tag covers may change
 * without a new revision, so that the standby says nothing about it.
 */
async function readReplica<Result>(
  db: PostgresAdapter,
  render: () => Promise<Result>,
): Promise<Read<Result> | undefined> {
  const client = await connectToReplica()
  if (!client) return undefined
  const isCurrent = async (revision: string) => {
    const { rows } = await db.pool.query<{ revision: string }>('select revision from site_revision')
    return rows[0]?.revision === revision
  }
  const read = await beginOn(client)
    .then((opened) => readInTime(opened, db, render, isCurrent))
    .catch(letReplicaRest)
  return read?.reading.storable ? read : undefined
}

/**
 * Everything that `render` reads is of one moment; `reading` has its revision and the tags of everything that was read.
 * @param mayBeReplica whether what is read changes with the site's revision alone
 * @throws when the database cannot be reached, or takes longer than ten seconds
 */
export async function readSnapshot<Result>(
  render: () => Promise<Result>,
  mayBeReplica = true,
): Promise<Read<Result>> {
  const { db } = (await getPayload({ config })) as unknown as { db: PostgresAdapter }
  const read = mayBeReplica ? await readReplica(db, render) : undefined
  const done =
    read ?? (await readInTime(await openSnapshot(db.pool as Pool), db, render, async () => true))
  if (!done) throw new Error('The database has no moment that may be shown.')
  return done
}
