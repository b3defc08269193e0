// Deletes documents that "Create new" has made and into which no editor has written, once no editor has them open any more.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { inTransaction } from '@/cms/database/transaction'
import type { Instant } from '@/domain/time/instant'
import type { Id, Kind } from '@/domain/workflow/subject'
import { passing } from '../records/pass'
import { KINDS } from '../records/rows'

/** An editor who left the form open overnight finds it again; no other account sees it, so there is no hurry. */
const LEAST_AGE = '1 day'

/** Where a version of an article says that it names such a document. */
const NAMED_IN: Record<Kind, string> = {
  articles: 'articles_id',
  'faq-items': 'faq_items_id',
  'read-also-links': 'read_also_links_id',
}

/** Takes one that no account has open, and on which none has commented or acted; it stays taken until the transaction ends. */
async function takeBlank(kind: Kind, now: Instant, req: PayloadRequest): Promise<Id | undefined> {
  const about = sql`kind = ${kind} and document = w.document`
  const [row] = await execute<{ id: Id }>(
    req,
    sql`select d.id from ${sql.identifier(kind.replaceAll('-', '_'))} d
        join workflows w on w.kind = ${kind} and w.document = d.id
        where d.blank and w.version = 1 and not w.live
          and d.created_at < ${now}::timestamptz - ${LEAST_AGE}::interval
          and not exists (select from presence where ${about})
          and not exists (select from comments where ${about})
          and not exists (select from review_links where ${about})
          and not exists (select from workflow_events where ${about})
          and not exists (select from _articles_v_rels r
            where r.${sql.identifier(NAMED_IN[kind])} = d.id)
        order by d.id limit 1 for update of w skip locked`,
  )
  return row?.id
}

/** @returns how many are gone */
export async function sweepBlank(
  payload: Payload,
  now: Instant = new Date().toISOString(),
): Promise<number> {
  let gone = 0
  for (const collection of KINDS)
    for (;;) {
      const req = passing({ payload } as PayloadRequest)
      const id = await inTransaction(req, async () => {
        const blank = await takeBlank(collection, now, req)
        if (blank !== undefined) await payload.delete({ collection, id: blank, trash: true, req })
        return blank
      })
      if (id === undefined) break
      gone++
    }
  return gone
}
