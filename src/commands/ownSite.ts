// A site of its own for a command that measures or photographs one: fresh data in a temporary folder, on a free port.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './freePort'
import { settings } from '../env'
import { openDatabase } from './database'
import { aborted } from './signals'

/** A first start may have to build. */
const READY_MS = 10 * 60_000
/** Longer than the site itself gives to requests that are in flight. */
const GRACE_MS = 30_000

/** What would lead to somebody's real site and data. */
const OTHERS = ['DATABASE_URL', 'SITE_URL', 'PAYLOAD_SECRET']

/** Points the settings of this process, and so of its children, at fresh data and a free port while `use` runs. */
export async function withFreshData(use: () => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'backstory-'))
  // Postgres may have to run under another account.
  chmodSync(dataDir, 0o755)
  for (const name of OTHERS) delete process.env[name]
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: String(await freePort()) })
  try {
    await use()
  } finally {
    await remove(dataDir)
  }
}

/**
 * Starts a site on the settings of this process, with the demonstration articles where the database is empty, and stops
 * it when `use` is done.
 * @param use gets the site's address
 */
export async function whileServing(
  stop: AbortSignal,
  use: (url: string) => Promise<void>,
): Promise<void> {
  // In a group of its own: Ctrl-C reaches this process alone, which then asks the site to stop, once.
  const site = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
    detached: true,
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
  const late = AbortSignal.timeout(READY_MS)
  try {
    await Promise.race([ready, closed, aborted(stop), aborted(late)])
    stop.throwIfAborted()
    if (late.aborted || site.exitCode !== null || site.signalCode !== null)
      throw new Error(`The site did not start:\n${said.join('\n')}`)
    await use(`http://127.0.0.1:${settings().port}`)
  } finally {
    site.kill('SIGTERM')
    const impatience = setTimeout(() => site.kill('SIGKILL'), GRACE_MS)
    await closed
    clearTimeout(impatience)
  }
}

async function remove(dataDir: string): Promise<void> {
  const postgres = path.join(dataDir, 'postgres')
  if (existsSync(postgres)) {
    // A site that had to be killed left its Postgres running; whoever leaves last stops it.
    delete process.env.DATABASE_URL
    await (await openDatabase()).close()
    // Under a closed home this is a link to a place outside.
    rmSync(realpathSync(postgres), { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
}
