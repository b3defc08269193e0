// Stores how often visitors came to an address that is redirected, is gone, or never was: counts, and nothing of the visitor.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { maybeFormerPath } from '@/domain/addresses/paths'
import { redirectsFor } from '@/domain/addresses/redirectFrom'
import { execute } from '../database/sql'

export interface Visits {
  /** In its normal form. */
  path: string
  /** What visitors were answered: 301, 308, 404 or 410. */
  status: number
  hits: number
}

/** More are no work for an editor any more; what is missed least and longest ago is forgotten. */
const MAX_MISSED = 10_000

const lists = (visits: readonly Visits[]) => ({
  paths: JSON.stringify(
    visits.map(({ path, hits }) => ({ path, hits, froms: redirectsFor(path) })),
  ),
  any: visits.length > 0,
})

/** Adds to the counts. What was never a page's address is what programs try, and is not stored. */
export async function storeVisits(payload: Payload, visits: readonly Visits[]): Promise<void> {
  const req = { payload } as PayloadRequest
  const led = lists(visits.filter(({ status }) => status !== 404))
  if (led.any)
    await execute(
      req,
      sql`with visits as (
            select found.id, sum(visit.hits) as hits
            from json_to_recordset(${led.paths}::json) as visit(hits int, froms json)
            cross join lateral (
              select redirects.id from json_array_elements_text(visit.froms)
                with ordinality as wanted("from", place)
              join redirects on redirects."from" = wanted."from"
              order by place limit 1) as found
            group by found.id)
          update redirects set hits = coalesce(redirects.hits, 0) + visits.hits, last_hit_at = now()
          from visits where redirects.id = visits.id`,
    )
  const missed = lists(visits.filter(({ path, status }) => status === 404 && maybeFormerPath(path)))
  if (!missed.any) return
  await execute(
    req,
    sql`insert into missed_addresses (path, hits, last_hit_at)
        select path, hits, now() from json_to_recordset(${missed.paths}::json) as visits(path text, hits int)
        on conflict (path) do update
          set hits = missed_addresses.hits + excluded.hits, last_hit_at = excluded.last_hit_at`,
  )
  await execute(
    req,
    sql`delete from missed_addresses where id in (
          select id from missed_addresses order by hits desc, last_hit_at desc offset ${MAX_MISSED})`,
  )
}
