// Opens the database of this process: the one that DATABASE_URL names, or the embedded Postgres.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { settings } from '../../env'
import { settingIssues } from '../../envRules'
import { settleSslMode } from './sslMode'
import { checkDatabase } from './checkDatabase'
import { postgresAccount } from '../postgres/account'
import { Cluster } from '../postgres/cluster'
import { clusterIn, findPlace } from '../postgres/place'
import { loadOrCreateSecrets } from '../postgres/secrets'

export interface Database {
  /** Leaves the database; an embedded one stops with the last process that uses it. */
  close(): Promise<void>
}

const WATCH_EVERY_MS = 1000

/**
 * Checks the settings, opens the database and completes the environment with `DATABASE_URL` and `PAYLOAD_SECRET`.
 * @throws with one line for each setting that is missing or weak, and for each thing that a database of one's own lacks
 */
export async function openDatabase(): Promise<Database> {
  const issues = settingIssues(process.env)
  if (issues.length > 0)
    throw new Error(issues.map(({ name, message }) => `${name} ${message}`).join('\n'))
  const { databaseUrl, dataDir, replicaUrl } = settings()
  if (databaseUrl) {
    process.env.DATABASE_URL = await settleSslMode(databaseUrl)
    if (replicaUrl) process.env.DATABASE_REPLICA_URL = await settleSslMode(replicaUrl)
    await checkDatabase(process.env.DATABASE_URL)
    return { close: async () => {} }
  }
  const secrets = loadOrCreateSecrets(dataDir)
  const account = postgresAccount(clusterIn(dataDir))
  const cluster = new Cluster(findPlace(dataDir, account), account, secrets.databasePassword)
  const port = await cluster.start()
  process.env.DATABASE_URL = withOwnName(cluster.url(port))
  process.env.PAYLOAD_SECRET ||= secrets.payloadSecret
  // A database of one's own comes without, unless it was asked for.
  process.env.DEMONSTRATION ||= 'yes'
  return holdDatabase(cluster, port)
}

/** Holds one connection, by which other processes see that the server is in use, and starts the server again if it dies. */
async function holdDatabase(cluster: Cluster, port: number): Promise<Database> {
  const closing = new AbortController()
  let lease = await connectClient(withOwnName(cluster.url(port)))

  const watch = async () => {
    while (!closing.signal.aborted) {
      await sleep(WATCH_EVERY_MS, undefined, { signal: closing.signal, ref: false })
      if (cluster.isUp()) continue
      console.error('Postgres is gone; starting it again.')
      await again().catch((error: unknown) => console.error('Postgres did not start.', error))
    }
  }
  const again = async () => {
    await cluster.start(port)
    lease = await connectClient(withOwnName(cluster.url(port)))
  }
  const watching = watch().catch(() => undefined)

  return {
    async close() {
      closing.abort()
      await watching
      const inUse = await isLeftToOthers(lease).catch(() => false)
      await lease.end().catch(() => undefined)
      if (!inUse) await cluster.stop()
    },
  }
}

async function connectClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, keepAlive: true })
  // A server that goes away is the watcher's business; unheard, the event would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** All connections of this process carry its name, so that the last process knows that it is the last. */
const OWN_NAME = `backstory-${process.pid}`

const withOwnName = (url: string): string => `${url}?application_name=${OWN_NAME}`

/** Any number will do, as long as it is the same for all. */
const LEAVING = 20261130

/** The connection of one that left just before may be seen for a moment. */
const LINGERS_MS = 200

/** One leaves at a time, so that of two that leave together the second knows that it is the last. */
async function isLeftToOthers(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_lock($1)', [LEAVING])
  if (!(await othersConnected(client))) return false
  await sleep(LINGERS_MS)
  return othersConnected(client)
}

async function othersConnected(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`,
    [OWN_NAME],
  )
  return Boolean(rowCount)
}
