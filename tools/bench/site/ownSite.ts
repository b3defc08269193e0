// Starts a site of its own for a command that measures one: fresh data in a temporary folder, on a free port.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { findFreePort } from '@/cli/freePort'
import { settings } from '@/env'
import { openDatabase } from '@/cli/database/openDatabase'
import { untilAborted } from '@/cli/signals'

/** A first start may have to build. */
const READY_MS = 10 * 60_000
/** Longer than the site itself gives to requests that are in flight. */
const GRACE_MS = 30_000

/** Settings of a real site, whose data is not to be touched. */
const OTHERS = ['DATABASE_URL', 'SITE_URL', 'PAYLOAD_SECRET']

/** Points the settings of this process, and so of its children, at fresh data and a free port while `use` runs. */
export async function withFreshData(use: () => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'backstory-'))
  for (const name of OTHERS) delete process.env[name]
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: String(await findFreePort()) })
  try {
    await use()
  } finally {
    await removeData(dataDir)
  }
}

/** A site in a process of its own. */
export interface OwnSite {
  /** The address at which it answers. */
  url: string
  pid: number
  /** SIGKILL: no last words. */
  kill(): Promise<void>
  /** SIGTERM, as an operator stops it. */
  stop(): Promise<void>
}

/**
 * Starts a site on the settings of this process, with the demonstration articles where the database is empty.
 * @param own settings that differ, such as another `PORT` for a second instance
 * @throws what it said when it did not start
 */
export async function startOwnSite(
  stop: AbortSignal,
  own: Record<string, string> = {},
): Promise<OwnSite> {
  // In a group of its own: Ctrl-C reaches this process alone, which then asks the site to stop, once.
  const site = spawn(process.execPath, ['src/cli/run.mjs', 'start'], {
    detached: true,
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(site, 'close')
  const said: string[] = []
  const ready = new Promise<void>((resolve) => {
    for (const stream of [site.stdout, site.stderr])
      createInterface(stream).on('line', (line) => {
        said.push(line)
        if (line.startsWith('Ready: ')) resolve()
      })
  })
  const end = async (signal: NodeJS.Signals) => {
    site.kill(signal)
    const impatience = setTimeout(() => site.kill('SIGKILL'), GRACE_MS)
    await closed
    clearTimeout(impatience)
  }
  const late = AbortSignal.timeout(READY_MS)
  await Promise.race([ready, closed, untilAborted(stop), untilAborted(late)])
  const ended = site.exitCode !== null || site.signalCode !== null
  if (stop.aborted || late.aborted || ended) {
    await end('SIGTERM')
    stop.throwIfAborted()
    throw new Error(`The site did not start:\n${said.join('\n')}`)
  }
  return {
    url: `http://127.0.0.1:${own.PORT ?? settings().port}`,
    pid: site.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function removeData(dataDir: string): Promise<void> {
  if (existsSync(path.join(dataDir, 'postgres'))) {
    // A process that had to be killed left its Postgres running; the last process that closes it stops it.
    delete process.env.DATABASE_URL
    await (await openDatabase()).close()
  }
  rmSync(dataDir, { recursive: true, force: true })
}
