// A standby of a Postgres on this machine, by streaming replication, on the data folder of the environment, until it is told to stop.
import { spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { giveTo, postgresAccount, type Account } from '../../src/cli/postgres/account'
import { Cluster } from '../../src/cli/postgres/cluster'
import { clusterIn, findPlace } from '../../src/cli/postgres/place'
import { settings } from '../../src/env'

const SLOT = 'standby'

/** What belongs to the running server alone. */
const OWN = ['postmaster.pid', 'postmaster.opts']

/** The steps of PostgreSQL's manual, 25.3.3: the embedded one comes without pg_basebackup. */
async function copyCluster(url: string, cluster: string, account: Account): Promise<void> {
  const primary = new pg.Client({ connectionString: url })
  await primary.connect()
  // On Linux it is told that its data is where it was started.
  const [{ folder, pid }] = (
    await primary.query(
      `select current_setting('data_directory') as folder, pg_backend_pid() as pid`,
    )
  ).rows
  const source = realpathSync(folder.replace('/self/', `/${pid}/`))
  await primary.query('select pg_create_physical_replication_slot($1, true)', [SLOT])
  await primary.query(`select pg_backup_start('standby', fast => true)`)
  // What vanishes while it is copied is no loss.
  spawnSync('cp', ['--archive', source, cluster])
  const [{ labelfile }] = (await primary.query('select labelfile from pg_backup_stop()')).rows
  await primary.end()
  for (const file of OWN) rmSync(path.join(cluster, file), { force: true })
  for (const folder of ['pg_wal', 'pg_replslot'])
    for (const entry of readdirSync(path.join(cluster, folder)))
      rmSync(path.join(cluster, folder, entry), { recursive: true })
  const { hostname, port, username, password } = new URL(url)
  const connection = `host=${hostname} port=${port} user=${username} password=${password}`
  appendFileSync(
    path.join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = '${connection}'\nprimary_slot_name = '${SLOT}'\n`,
  )
  for (const [name, text] of [
    ['backup_label', labelfile],
    ['standby.signal', ''],
  ]) {
    writeFileSync(path.join(cluster, name), text)
    giveTo(account, path.join(cluster, name))
  }
}

async function serve(): Promise<void> {
  const stopped = new Promise((resolve) => process.once('SIGTERM', resolve))
  // A process that only waits for a signal ends.
  const waiting = setInterval(() => undefined, 60_000)
  const [url = ''] = process.argv.slice(2)
  const { dataDir } = settings()
  const account = postgresAccount(clusterIn(dataDir))
  const place = findPlace(dataDir, account)
  await copyCluster(url, place.cluster, account)
  const cluster = new Cluster(place, account, new URL(url).password)
  console.log(`Standby: ${cluster.url(await cluster.start())}`)
  await stopped
  clearInterval(waiting)
  cluster.stop()
}

serve().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
