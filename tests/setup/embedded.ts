// The embedded Postgres on a data folder, in a process of its own that a test may stop, kill or see refused.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { environment, script } from './keep'

export interface Embedded {
  url: string
  /** Of the server itself. */
  postmaster: number
  /** SIGTERM, and everything is on disk. */
  stop(): Promise<void>
  /** SIGKILL of the process; its Postgres lives on. */
  kill(): Promise<void>
}

const LOCALE = /^(LANG|LANGUAGE|LC_.*)$/

export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** @throws with what it said when it ended before it was ready */
export async function openEmbedded(
  dataDir: string,
  locale: Record<string, string> = {},
  /** What the process is started with, such as one that takes rights from it. */
  prefix: string[] = [],
): Promise<Embedded> {
  const env = environment({ ...locale, DATA_DIR: dataDir })
  for (const name of Object.keys(env)) if (LOCALE.test(name) && !(name in locale)) delete env[name]
  const [program = '', ...args] = [
    ...prefix,
    process.execPath,
    ...script('tests/setup/servePostgres.ts'),
  ]
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  const said: string[] = []
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        said.push(line)
        const [, url] = /^Postgres: (\S+)/.exec(line) ?? []
        if (url) resolve(url)
      })
  })
  const url = await Promise.race([ready, closed.then(() => undefined)])
  if (url === undefined) throw new Error(said.join('\n'))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await closed
  }
  return {
    url,
    postmaster: postmasterOf(dataDir),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

export async function askEmbedded(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}
