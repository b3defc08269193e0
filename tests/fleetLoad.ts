// npm run load:fleet: how many stored pages a second one instance answers, and two behind nginx, on this machine. Needs nginx and wrk.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { pageCacheControl } from '../src/domain/http/cacheControl'
import { freshDataFolder, keep, script } from './setup/keep'
import { HAS_NGINX, startNginx } from './setup/nginx'
import { publish, STUB_TABLE } from './setup/stubSite'

const SECONDS = 4
const CONNECTIONS = 50
const ROUNDS = 3

/** As long as an article with its markup, and as hard to compress. */
const TEXT = Array.from({ length: 6000 }, (_, at) => ((at * 7919) % 10007).toString(36)).join(' ')

async function startInstance(
  databaseUrl: string,
  seconds: number,
): Promise<[ChildProcess, string]> {
  const cacheControl = pageCacheControl({ seconds, isTold: false })
  const child = spawn(process.execPath, [
    ...script('tests/setup/servePages.ts'),
    databaseUrl,
    cacheControl,
  ])
  for await (const line of createInterface(child.stdout!))
    if (line.startsWith('Ready: ')) return [child, line.slice(7)]
  throw new Error('An instance did not start.')
}

function requestsPerSecond(url: string): number {
  const said = execFileSync('wrk', [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '-H',
    'Accept-Encoding: gzip',
    `${url}/page`,
  ]).toString()
  if (said.includes('Non-2xx')) throw new Error(said)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0

async function measure(databaseUrl: string): Promise<void> {
  const kept: ChildProcess[] = []
  const behind = async (seconds: number) => {
    const both = await Promise.all([1, 2].map(() => startInstance(databaseUrl, seconds)))
    kept.push(...both.map(([child]) => child))
    const urls = both.map(([, url]) => url) as [string, string]
    return { nginx: await startNginx(seconds, urls), urls }
  }
  const [plain, caching] = [await behind(0), await behind(1)]
  const places = {
    'one instance': plain.urls[0],
    'nginx before two instances': plain.nginx.url,
    'nginx that keeps pages for a second': caching.nginx.url,
  }
  const figures = new Map(Object.keys(places).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, url] of Object.entries(places))
      figures.get(name)?.push(requestsPerSecond(url))
  console.log(`${cpus().length} × ${cpus()[0]?.model}, ${CONNECTIONS} connections`)
  for (const [name, rounds] of figures) {
    const all = rounds.map(Math.round).join(', ')
    console.log(`${name}: ${Math.round(median(rounds))} requests/s (${all})`)
  }
  kept.forEach((child) => child.kill('SIGTERM'))
  await Promise.all([plain, caching].map(({ nginx }) => nginx.stop()))
}

async function main(): Promise<void> {
  if (!HAS_NGINX || spawnSync('wrk', ['-v']).error) throw new Error('This needs nginx and wrk.')
  const postgres = await keep({
    name: 'load-postgres',
    args: script('tests/setup/servePostgres.ts'),
    dataDir: freshDataFolder(),
    readyLine: /^Postgres: (\S+)\?/,
  })
  const env = { ...process.env, DATABASE_URL: postgres.ready, PAYLOAD_SECRET: 'unused' }
  spawnSync(process.execPath, script('tests/setup/migrateTemplate.ts'), { env })
  const pool = new pg.Pool({ connectionString: postgres.ready })
  await pool.query(STUB_TABLE)
  await publish(pool, '/page', TEXT)
  await pool.end()
  await measure(postgres.ready).finally(() => postgres.stop())
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
