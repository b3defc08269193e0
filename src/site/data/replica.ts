// Connects to a standby of the database that pages are read from. Each page checks that it is up to date.
import pg from 'pg'
import { settings } from '@/env'

const CONNECTIONS = 10
/** A standby that takes longer than this for a connection or a query is not used. */
const PATIENCE_MS = 2000
/** After a failure it is not asked for this time. */
const REST_MS = 5000

let pool: pg.Pool | undefined
let restsUntil = 0

function openPool(connectionString: string): pg.Pool {
  const opened = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  })
  // A server that goes away ends connections with an error event; unheard, it would end the process.
  opened.on('error', () => undefined)
  return opened
}

/** Undefined when there is none, or when it failed lately. */
export async function connectToReplica(): Promise<pg.PoolClient | undefined> {
  const { replicaUrl } = settings()
  if (!replicaUrl || performance.now() < restsUntil) return undefined
  pool ??= openPool(replicaUrl)
  return pool.connect().catch(letReplicaRest)
}

export function letReplicaRest(error: unknown): undefined {
  if (performance.now() >= restsUntil)
    console.error('The replica failed; pages are read from the database itself.', error)
  restsUntil = performance.now() + REST_MS
}
