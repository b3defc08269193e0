// Starts the site that is measured: fresh data, as many articles as a part asks for, and instances in processes of their own.
import type { Payload } from 'payload'
import pg from 'pg'
import { settings } from '@/env'
import { openDatabase } from '@/cli/database/openDatabase'
import { importDemonstration } from '@/cli/import/demonstration'
import { findFreePort } from '@/cli/freePort'
import { migrate } from '@/cli/database/migrate'
import { startOwnSite, withFreshData, type OwnSite } from './ownSite'
import { closePayload, openPayload } from '@/database/openPayload'
import { generateArticles } from '../articles/generate'
import { makePattern, type Pattern } from '../articles/pattern'

export interface BenchSite {
  payload: Payload
  pattern: Pattern
  stop: AbortSignal
  /** As many as there are at most, for a short run. */
  articles: number
  /** Makes articles until there are so many; their numbers begin with 1. */
  grow(count: number): Promise<void>
  /** Address and id of generated articles, the oldest first. */
  list(count: number, skip?: number): Promise<{ id: number; path: string }[]>
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Starts instances, and stops those that are left when `use` is done. */
  serving<Result>(count: number, use: (instances: OwnSite[]) => Promise<Result>): Promise<Result>
  start(own?: Record<string, string>): Promise<OwnSite>
  say(line: string): void
  /** How long a publish takes with few articles, once it was measured; milliseconds. */
  publishWithFew?: number
}

const TELL_EVERY = 10_000

export async function withBenchSite(
  { stop, articles }: Pick<BenchSite, 'stop' | 'articles'>,
  use: (site: BenchSite) => Promise<void>,
): Promise<void> {
  await withFreshData(async () => {
    const { siteUrl } = settings()
    const database = await openDatabase()
    // Instances get this environment, which names a database from now on.
    Object.assign(process.env, { SITE_URL: siteUrl, LISTEN_HOST: '127.0.0.1' })
    const client = new pg.Client({ connectionString: settings().databaseUrl })
    try {
      await migrate()
      await importDemonstration()
      await client.connect()
      await use(await benchSite(client, { stop, articles }))
    } finally {
      await client.end()
      await closePayload()
      await database.close()
    }
  })
}

async function benchSite(
  client: pg.Client,
  { stop, articles }: Pick<BenchSite, 'stop' | 'articles'>,
): Promise<BenchSite> {
  const payload = await openPayload()
  const pattern = await makePattern(payload)
  const ids: number[] = []
  const say = (line: string) => console.log(`  ${line}`)
  const start = (own: Record<string, string> = {}) => startOwnSite(stop, own)
  const query: BenchSite['query'] = async (text, values) => (await client.query(text, values)).rows
  return {
    payload,
    pattern,
    stop,
    articles,
    say,
    start,
    query,
    async grow(wanted) {
      const count = Math.min(wanted, articles)
      if (count <= ids.length) return
      const began = performance.now()
      const range = { from: ids.length + 1, to: count }
      let next = range.from + TELL_EVERY
      const told = (made: number) => {
        stop.throwIfAborted()
        if (made < next) return
        say(`${made} articles …`)
        next += TELL_EVERY
      }
      ids.push(...(await generateArticles(pattern, range, told)))
      say(`${count} articles, after ${Math.round((performance.now() - began) / 1000)} s.`)
    },
    list: (count, skip = 0) =>
      query(
        `select id, path from articles where id = any ($1) and _status = 'published' order by id`,
        [ids.slice(skip, skip + count)],
      ),
    async serving(count, use) {
      const instances: OwnSite[] = []
      try {
        for (let number = 1; number <= count; number++)
          instances.push(await start(number > 1 ? { PORT: String(await findFreePort()) } : {}))
        return await use(instances)
      } finally {
        await Promise.all(instances.map((instance) => instance.stop()))
      }
    },
  }
}
