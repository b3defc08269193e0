// Everything on a page is read from one moment of the site: one read-only transaction, whose first read is the revision.
import config from '@payload-config'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { getPayload } from 'payload'
import type { PoolClient } from 'pg'
import { duringReading, type Reading } from './reading'

/** A page that takes longer to read is given up, and its connection with it. */
const DEADLINE_MS = 10_000

/** Enough to sort the ids of a hundred thousand articles without a file. */
const SORT_MEMORY = '16MB'

const BEGIN = `begin isolation level repeatable read read only;
  set local statement_timeout = ${DEADLINE_MS};
  set local work_mem = '${SORT_MEMORY}';
  select revision from site_revision`

/** One for each connection: to make one costs more than most queries. */
const builders = new WeakMap<PoolClient, object>()

function builderOf(client: PoolClient, { schema }: PostgresAdapter): object {
  const known = builders.get(client)
  if (known) return known
  const made = drizzle({ client: oneByOne(client) as never, schema })
  builders.set(client, made)
  return made
}

const unheard = (): void => undefined

/** A connection answers one query after the other; whoever asks for several at once waits here. */
function oneByOne(client: PoolClient): object {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...args: Parameters<PoolClient['query']>) => {
    const answer = last.then(() => client.query(...args))
    last = Promise.resolve(answer).then(unheard, unheard)
    return answer
  }
  return { query }
}

async function begin(client: PoolClient): Promise<Reading> {
  const results = (await client.query(BEGIN)) as unknown as { rows: { revision: string }[] }[]
  const revision = results.at(-1)?.rows[0]?.revision
  if (revision === undefined) throw new Error('The database has no revision of the site.')
  const transactionID = crypto.randomUUID()
  return { transactionID, revision, facts: new Set(), storable: true }
}

/** Not Payload's own transaction, which keeps a connection for ever when its first statement fails. */
async function readThrough<Result>(
  client: PoolClient,
  db: PostgresAdapter,
  render: () => Promise<Result>,
): Promise<{ result: Result; reading: Reading }> {
  const reading = await begin(client)
  const end = async () => {}
  db.sessions[reading.transactionID] = {
    ...{ db: builderOf(client, db) as never, resolve: end, reject: end },
  }
  try {
    const result = await duringReading(reading, render)
    await client.query('commit')
    return { result, reading }
  } finally {
    delete db.sessions[reading.transactionID]
  }
}

/**
 * What `render` reads is of one moment, and `reading` tells which and what it was. The connection is given back however
 * it ends; after an error it is closed.
 * @throws when the database cannot be reached, or takes longer than ten seconds
 */
export async function readSnapshot<Result>(
  render: () => Promise<Result>,
): Promise<{ result: Result; reading: Reading }> {
  const { db } = (await getPayload({ config })) as unknown as { db: PostgresAdapter }
  const client = await db.pool.connect()
  // A connection that breaks fails its queries; unheard, its event would end the process too.
  client.on('error', unheard)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database took too long.')), DEADLINE_MS)
  })
  try {
    const done = await Promise.race([late, readThrough(client, db, render)])
    client.off('error', unheard)
    client.release()
    return done
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
