// Removes old notices: what was seen a quarter of a year ago, and after a year the rest.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'

/** Rows of one statement, so that no other statement waits long for it. */
export const PORTION = 500

/** How many went; as many as `PORTION` when there may be more. By the database's own clock. */
export async function pruneNotices(payload: Payload): Promise<number> {
  const gone = await execute<{ id: number }>(
    { payload } as PayloadRequest,
    sql`delete from notices where id in (
          select id from notices
          where created_at < now() - interval '90 days'
            and (seen_at is not null or created_at < now() - interval '1 year')
          order by created_at limit ${PORTION} for update skip locked)
        returning id`,
  )
  return gone.length
}
