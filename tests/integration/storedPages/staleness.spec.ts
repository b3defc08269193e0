// No kept page is ever wrong: after random changes, each page whose bytes would be others now is stale by its facts.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { paragraph, richText } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { CHANGES } from '../../setup/randomChanges'
import { FIXED, readPage, type Read } from '../../setup/readers'
import { isStale } from '../../setup/revision'
import { createDoc, makeSmallSite, pick, saveDraft, type SmallSite } from '../../setup/smallSite'
import { publishByForce } from '../../setup/workflow'

const STEPS = Number(process.env.STALENESS_STEPS ?? 20)
const SEED = Number(process.env.STALENESS_SEED ?? Math.floor(Math.random() * 1e9))

let payload: Payload
let site: SmallSite

beforeAll(async () => {
  payload = await openTestPayload()
  site = await makeSmallSite(payload, SEED)
})

const ADDRESSES = `select '/nothing' as address union select '/sitemaps/1.xml'
  union select path from articles where path is not null
  union select path || '.md' from articles where path is not null
  union select version_path from _articles_v where version_path is not null
  union select withdrawn_path from workflows where withdrawn_path is not null
  union select path from pages where path is not null union select "from" from redirects
  union select '/category/' || slug from categories union select '/topic/' || slug from topics
  union select '/category/' || slug || '/feed.xml' from categories
  union select '/topic/' || slug || '?page=2' from topics
  union select '/author/' || slug from authors
  union select '/questions/' || anchor from faq_items where anchor is not null`

/** Every address that ever led somewhere. */
async function addresses(known: Iterable<string>): Promise<string[]> {
  const { rows } = await poolOf(payload.db).query<{ address: string }>(ADDRESSES)
  return [...new Set([...Object.keys(FIXED), ...known, ...rows.map(({ address }) => address)])]
}

/** What the gate refuses changes nothing; anything else that goes wrong is a failure. */
const isDone = (change: Promise<unknown>): Promise<boolean> =>
  change.then(
    () => true,
    (error: { status?: number }) => {
      if (error.status === undefined || error.status >= 500) throw error
      return false
    },
  )

const readAll = async (all: string[]): Promise<Map<string, Read>> => {
  const pages = new Map<string, Read>()
  for (const address of all) pages.set(address, await readPage(address))
  return pages
}

describe('kept pages', () => {
  const title = `are stale whenever their bytes would be others (seed ${SEED}, ${STEPS} changes)`
  it(title, { timeout: STEPS * 15_000 }, async () => {
    const kept = await readAll(await addresses([]))
    const needless = new Map<string, number>()
    const counts = { done: 0, refused: 0, stale: 0, needless: 0 }
    for (let step = 0; step < STEPS; step++) {
      const name = pick(site, Object.keys(CHANGES))
      counts[(await isDone(CHANGES[name]!(site))) ? 'done' : 'refused']++
      for (const [address, now] of await readAll(await addresses(kept.keys()))) {
        const before = kept.get(address)
        const stale = before === undefined || (await isStale(payload, before))
        if (!stale && before.bytes !== now.bytes)
          throw new Error(`${step} ${name}: ${address} is wrong\n${difference(before, now)}`)
        if (stale) kept.set(address, now)
        if (!before || !stale) continue
        counts.stale++
        if (before.bytes !== now.bytes) continue
        counts.needless++
        needless.set(name, (needless.get(name) ?? 0) + 1)
      }
    }
    console.log(`seed ${SEED}, ${kept.size} addresses:`, counts, needless)
    expect(counts.done).toBeGreaterThan(STEPS / 3)
    expect(counts.needless).toBeLessThan(counts.stale)
  })

  it('are not stale because of what they do not show', async () => {
    const data = { title: 'Plain', summary: 'In short.', body: richText(paragraph('Text.')) }
    const id = await createDoc(site, 'articles', data)
    await publishByForce(payload, id)
    const lists = await readAll(['/', '/about', '/nothing'])
    await saveDraft(site, 'articles', id, { body: richText(paragraph('Another text.')) })
    await publishByForce(payload, id)
    await payload.update({ collection: 'authors', id: site.authors[0]!, data: { photo: null } })
    for (const [address, page] of lists)
      expect([address, await isStale(payload, page)]).toEqual([address, false])
  })
})

function difference(before: Read, now: Read): string {
  const [a, b] = [before.bytes, now.bytes]
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `  was: ${a.slice(at - 60, at + 60)}\n  is:  ${b.slice(at - 60, at + 60)}\n  facts: ${before.facts.join(' ')}`
}
