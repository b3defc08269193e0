// One instance of the built site in a process of its own, for a fault run: killed, started again, asked.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '@/cli/freePort'
import { environment } from '../setup/keep'

const READY_MS = 120_000
const LOG = 'tests/output'

export interface Instance {
  url: string
  /** The same port, a new process; nothing when there is one. */
  start(): Promise<void>
  /** SIGKILL. */
  kill(): Promise<void>
  /** SIGTERM; the milliseconds until it was gone, and how it ended. */
  stop(): Promise<{ ms: number; code: number | null }>
  /** Whether its process ended by itself since it was started. */
  died(): boolean
}

/** @param settings `DATABASE_URL`, `SITE_URL` … */
export async function makeInstance(
  name: string,
  settings: Record<string, string>,
): Promise<Instance> {
  const port = String(await findFreePort())
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let wanted = false
  const end = async (signal: NodeJS.Signals) => {
    wanted = false
    if (!child || isOver(child)) return null
    const closed = once(child, 'close')
    child.kill(signal)
    const [code] = (await closed) as [number | null]
    return code
  }
  return {
    url,
    async start() {
      if (child && !isOver(child)) return
      mkdirSync(LOG, { recursive: true })
      const log = openSync(`${LOG}/faults-${name}.log`, 'a')
      child = spawn(process.execPath, ['src/cli/run.mjs', 'start'], {
        env: environment({
          ...settings,
          PORT: port,
          LISTEN_HOST: '127.0.0.1',
          // So that it ends with the run, however that ends.
          npm_lifecycle_event: 'faults',
        }),
        stdio: ['ignore', log, log],
      })
      wanted = true
      await ready(url, child)
    },
    kill: async () => void (await end('SIGKILL')),
    async stop() {
      const start = performance.now()
      const code = await end('SIGTERM')
      return { ms: performance.now() - start, code }
    },
    died: () => wanted && child !== undefined && isOver(child),
  }
}

const isOver = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null

async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + READY_MS
  while (performance.now() < end && !isOver(child)) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    await answer?.text()
    if (answer?.status === 200) return
    await sleep(50)
  }
  throw new Error(`${url} did not start: see ${LOG}.`)
}
