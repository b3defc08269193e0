// What the database says of the site's revision, and which kept pages are stale by it.
import { poolOf } from '@/cms/database/pool'
import type { Payload } from 'payload'
import type { Read } from './readers'

export async function revisionOf({ db }: Payload): Promise<number> {
  const { rows } = await poolOf(db).query<{ revision: string }>(
    'select revision from site_revision',
  )
  return Number(rows[0]?.revision)
}

/** The facts that the commits after a revision changed. */
async function factsSince({ db }: Payload, revision: number): Promise<string[]> {
  const { rows } = await poolOf(db).query<{ fact: string }>(
    'select fact from page_facts where revision > $1 order by fact',
    [revision],
  )
  return rows.map(({ fact }) => fact)
}

/** The facts that `doing` changed. */
export async function changedBy(
  payload: Payload,
  doing: () => Promise<unknown>,
): Promise<string[]> {
  const before = await revisionOf(payload)
  await doing()
  return factsSince(payload, before)
}

/** The rule of everybody who keeps a page: one of its facts has a later revision. */
export async function isStale({ db }: Payload, { facts, revision }: Read): Promise<boolean> {
  const { rows } = await poolOf(db).query(
    'select from page_facts where fact = any($1) and revision > $2 limit 1',
    [facts, revision],
  )
  return rows.length > 0
}
