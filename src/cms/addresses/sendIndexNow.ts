// Tells engines of changed addresses, apart from the publication itself: what cannot be said now is said later.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { MAX_URLS, retryMinutes, submission, submissionOutcome } from '@/domain/discovery/indexNow'
import { settings } from '@/env'

/** A sender that crashed gives its addresses back to the others after this time. */
const LEASE = '5 minutes'

const TIMEOUT_MS = 10_000

interface Taken {
  path: string
  tries: number
}

/** One submission; nothing when there is nothing to submit or no engine to submit to. Several instances never send the same. */
export async function sendIndexNow(payload: Payload): Promise<void> {
  const req = { payload } as PayloadRequest
  const { indexNow } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  if (!indexNow?.endpoint || !indexNow.key) return
  const taken = await execute<Taken>(
    req,
    sql`update index_now_queue set due_at = now() + ${LEASE}::interval, tries = tries + 1
        where path in (select path from index_now_queue where due_at <= now()
          order by due_at limit ${MAX_URLS} for update skip locked)
        returning path, tries`,
  )
  if (taken.length === 0) return
  const paths = taken.map(({ path }) => path)
  const { status, failure } = await post(
    indexNow.endpoint,
    submission(settings().siteUrl, indexNow.key, paths),
  )
  const list = JSON.stringify(taken)
  if (submissionOutcome(status) === 'accepted') {
    // One that changed again meanwhile has no tries, and stays.
    await execute(
      req,
      sql`delete from index_now_queue where tries > 0 and path in
            (select path from json_to_recordset(${list}::json) as taken(path text))`,
    )
    return
  }
  payload.logger.warn({ msg: 'IndexNow did not take the addresses; trying again.', failure })
  const waits = JSON.stringify(
    taken.map(({ path, tries }) => ({ path, minutes: retryMinutes(tries) })),
  )
  await execute(
    req,
    sql`update index_now_queue
        set due_at = now() + make_interval(mins => waits.minutes), failure = ${failure}
        from json_to_recordset(${waits}::json) as waits(path text, minutes int)
        where index_now_queue.path = waits.path and tries > 0`,
  )
}

async function post(endpoint: string, body: unknown): Promise<{ status: number; failure: string }> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return { status: response.status, failure: `answered ${response.status}` }
  } catch (error) {
    return { status: 503, failure: error instanceof Error ? error.message : String(error) }
  }
}
