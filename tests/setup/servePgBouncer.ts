// A real PgBouncer before a Postgres, where there is one on this machine.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { findFreePort } from '@/cli/freePort'

export const hasPgBouncer =
  spawnSync('pgbouncer', ['--version'], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  }).status === 0

export interface Pooler {
  /** The same database, through it. */
  url: string
  /** Through its socket. */
  socketUrl: string
  stop(): void
}

/** It runs as nobody, since it refuses to run as root. */
export async function servePgBouncer(
  url: string,
  mode: 'session' | 'transaction' | 'statement',
): Promise<Pooler> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pgbouncer-'))
  chmodSync(folder, 0o777)
  const { hostname, port: itsPort, username, password, pathname } = new URL(url)
  const port = await findFreePort()
  const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  file('users.txt', `"${username}" "${password}"\n`)
  file(
    'pgbouncer.ini',
    `[databases]
* = host=${hostname} port=${itsPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir = ${folder}
auth_type = plain
auth_file = ${folder}/users.txt
pool_mode = ${mode}
default_pool_size = 40
`,
  )
  const pooler = spawn('pgbouncer', [path.join(folder, 'pgbouncer.ini')], {
    ...(process.getuid?.() === 0 && { uid: 65_534 }),
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: 'ignore',
  })
  const through = `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`
  await expect.poll(() => answers(through), { timeout: 20_000 }).toBe(true)
  return {
    url: through,
    socketUrl: `postgres://${username}:${password}@${encodeURIComponent(folder)}:${port}${pathname}`,
    stop() {
      pooler.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
