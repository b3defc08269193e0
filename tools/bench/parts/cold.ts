// Measures readers who come to pages that were never rendered, at a rate that does not wait for answers.
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { requestAddress } from '../requests/reader'
import { spread, type Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

const PER_SECOND = 500
const SECONDS = 10
const SKIPPED = 250
const ADDRESSES = 2000
const EVERY_MS = 20
/** A connection with nothing to do keeps to itself for 10 s at most what it has done (PGSTAT_IDLE_INTERVAL of Postgres). */
const REPORTED_AFTER_MS = 11_000

/** Each render is stored once, so what is written to the table counts them. */
async function renders(site: BenchSite): Promise<number> {
  await sleep(REPORTED_AFTER_MS)
  const [row] = await site.query<{ count: string }>(
    `select n_tup_ins + n_tup_upd as count from pg_stat_user_tables where relname = 'stored_pages'`,
  )
  return Number(row?.count)
}

async function openLoop(site: BenchSite, addresses: string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const asked: Promise<{ ms: number; error?: string }>[] = []
  const start = performance.now()
  while (asked.length < PER_SECOND * SECONDS) {
    site.stop.throwIfAborted()
    const due = Math.min((performance.now() - start) * (PER_SECOND / 1000), PER_SECOND * SECONDS)
    while (asked.length < due) {
      const address = addresses[asked.length % addresses.length] ?? ''
      const answered = requestAddress(address, { agent }).then(
        ({ status, ms }) => (status === 200 ? { ms } : { ms, error: String(status) }),
        (error: unknown) => ({ ms: 0, error: String(error) }),
      )
      asked.push(answered)
    }
    await sleep(EVERY_MS)
  }
  const answers = await Promise.all(asked)
  agent.destroy()
  return answers
}

export async function benchCold(site: BenchSite): Promise<Figure[]> {
  await site.grow(SKIPPED + ADDRESSES + 1)
  const figures: Figure[] = []
  const articles = await site.list(ADDRESSES + 1, SKIPPED)
  for (const chosen of [articles.slice(0, 1), articles.slice(1)]) {
    await site.query('truncate stored_pages')
    const measured = await site.serving(1, async ([instance]) => {
      const before = await renders(site)
      const answers = await openLoop(
        site,
        chosen.map(({ path }) => `${instance?.url}${path}`),
      )
      const made = (await renders(site)) - before
      const errors = answers.flatMap(({ error }) => error ?? [])
      for (const error of new Set(errors)) site.say(`An error: ${error}`)
      const times = answers.filter(({ error }) => !error).map(({ ms }) => ms)
      const what = chosen.length === 1 ? 'one address' : `${chosen.length} addresses`
      return [
        ...spread(`${PER_SECOND}/s on ${what}`, times),
        { what: `errors in ${answers.length} requests`, value: errors.length, bar: { most: 0 } },
        { what: `renders of ${what}`, value: made },
        { what: '… more or fewer', value: Math.abs(made - chosen.length), bar: { most: 0 } },
      ]
    })
    figures.push(...measured)
  }
  return figures
}
