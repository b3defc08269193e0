// The Postgres of a fault run, as its host could treat it: killed, frozen, restarted, filled with connections.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { keep, script } from '../setup/keep'

export interface Server {
  url: string
  /** kill -9 of the postmaster; the process that watches it starts it again. */
  kill(): Promise<void>
  /** As an operator restarts it: connections end, everything is written down. */
  restart(): Promise<void>
  /** SIGSTOP of every process: nothing breaks, nothing answers. */
  freeze(): void
  thaw(): void
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Waits until it takes a new connection. */
  answers(): Promise<void>
  /** Takes every connection that is left, until it is called again. */
  exhaust(): Promise<() => Promise<void>>
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 50

export async function startServer(dataDir: string): Promise<Server> {
  const kept = await keep({
    name: 'faults-postgres',
    args: script('tests/setup/servePostgres.ts'),
    readyLine: /^Postgres: (\S+)\?/,
    dataDir,
  })
  const url = kept.ready
  const lock = path.join(dataDir, 'postgres/cluster/postmaster.pid')
  const postmaster = () => Number(readFileSync(lock, 'utf8').split('\n')[0])
  const signal = (name: NodeJS.Signals) => {
    const pid = postmaster()
    // The postmaster first: it makes new processes.
    for (const each of [pid, ...childrenOf(pid)]) process.kill(each, name)
  }
  const connect = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  const answers = async () => {
    const end = performance.now() + PATIENCE_MS
    for (;;) {
      try {
        const client = await connect()
        await client.end()
        return
      } catch (error) {
        if (performance.now() > end) throw error
        await sleep(LOOK_EVERY_MS)
      }
    }
  }
  const changed = async (before: number) => {
    const end = performance.now() + PATIENCE_MS
    const now = () => {
      try {
        return postmaster()
      } catch {
        return before
      }
    }
    while (now() === before && performance.now() < end) await sleep(LOOK_EVERY_MS)
    await answers()
  }
  const signalled = async (name: NodeJS.Signals) => {
    const before = postmaster()
    process.kill(before, name)
    await changed(before)
  }
  return {
    url,
    kill: () => signalled('SIGKILL'),
    restart: () => signalled('SIGINT'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      const client = await connect()
      try {
        return (await client.query<Row>(text, values)).rows
      } finally {
        await client.end()
      }
    },
    answers,
    async exhaust() {
      const taken: pg.Client[] = []
      try {
        for (;;) taken.push(await connect())
      } catch {
        return async () => {
          await Promise.all(taken.map((client) => client.end()))
        }
      }
    },
    stop: () => kept.stop(),
  }
}

/** By /proc: the faults that need it are for Linux. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid)
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
