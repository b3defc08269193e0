// No kept page is ever wrong: after random changes, each page whose bytes would be others now is stale by its facts.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/pool'
import { openTestPayload } from '../setup/payload'
import { CHANGES } from '../setup/randomChanges'
import { readPage, type Read } from '../setup/readers'
import { isStale } from '../setup/revision'
import { makeSmallSite, pick, type SmallSite } from '../setup/smallSite'

const STEPS = Number(process.env.STALENESS_STEPS ?? 40)
const SEED = Number(process.env.STALENESS_SEED ?? Math.floor(Math.random() * 1e9))

let payload: Payload
let site: SmallSite

beforeAll(async () => {
  payload = await openTestPayload()
  site = await makeSmallSite(payload, SEED)
})

const ADDRESSES = `select '/' as address
  union select '/about' union select '/nothing'
  union select path from articles where path is not null
  union select version_path from _articles_v where version_path is not null
  union select withdrawn_path from workflows where withdrawn_path is not null
  union select '/category/' || slug from categories union select '/topic/' || slug from topics
  union select '/author/' || slug from authors union select "from" from redirects`

/** Every address that ever led somewhere. */
async function addresses(known: Iterable<string>): Promise<string[]> {
  const { rows } = await poolOf(payload.db).query<{ address: string }>(ADDRESSES)
  return [...new Set([...known, ...rows.map(({ address }) => address)])]
}

describe('kept pages', () => {
  it(
    `are stale whenever their bytes would be others (seed ${SEED})`,
    { timeout: 900_000 },
    async () => {
      const kept = new Map<string, Read>()
      for (const address of await addresses([])) kept.set(address, await readPage(address))
      const needless: Record<string, number> = {}
      const wrong: string[] = []
      const counts = { done: 0, refused: 0, stale: 0, needless: 0 }
      for (let step = 0; step < STEPS; step++) {
        const name = pick(site, Object.keys(CHANGES))
        const done = await CHANGES[name]!(site).then(
          () => true,
          (error) => !isRefusal(error),
        )
        counts[done ? 'done' : 'refused']++
        for (const address of await addresses(kept.keys())) {
          const before = kept.get(address)
          const now = await readPage(address)
          const stale = before === undefined || (await isStale(payload, before))
          const same = before?.bytes === now.bytes
          if (!stale && !same) wrong.push(`${step} ${name}: ${address}\n${difference(before, now)}`)
          if (stale) kept.set(address, now)
          if (before && stale) counts.stale++
          if (before && stale && same) {
            counts.needless++
            needless[name] = (needless[name] ?? 0) + 1
          }
        }
        expect(wrong).toEqual([])
      }
      console.log(`seed ${SEED}, ${kept.size} addresses:`, counts, needless)
    },
  )
})

const isRefusal = (error: unknown): boolean => {
  const { status, issues } = error as { status?: number; issues?: {code: string}[] }
  console.log(status, issues?.map(i=>i.code))
  if (status === undefined || status >= 500) throw error
  return true
}

function difference(before: Read | undefined, now: Read): string {
  const [a, b] = [before?.bytes ?? '', now.bytes]
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `  was: ${a.slice(at - 60, at + 60)}\n  is:  ${b.slice(at - 60, at + 60)}\n  facts: ${before?.facts.join(' ')}`
}
