// Writes the notices of an occasion in the transaction of the occasion, so that no account is told of what did not happen.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { activeAccounts } from '@/cms/records/people'
import type { WorkflowRow } from '@/cms/records/rows'
import { LIMITS } from '@/domain/access/limits'
import { TELLS, whoLearns, type Involved, type Occasion } from '@/domain/workflow/notices'
import type { Actor, Id } from '@/domain/workflow/subject'

/** A document with what only the wiring knows; whatever is left out is looked up, or is no account. */
export type NotifiedDocument = WorkflowRow & Partial<Involved> & { reviewLink?: Id | null }

export interface News {
  occasion: Occasion
  /** A guest has neither an id nor a role. */
  actor: { id: Id | null; role: Actor['role'] | null }
  /** When it happened; the mail compares the texts of that moment. */
  at: string
  note?: string | null
}

/** Everybody who learns of it gets one row, which is also the mail that is to be sent. */
export async function notify(
  req: PayloadRequest,
  document: NotifiedDocument,
  { occasion, actor, at, note }: News,
): Promise<void> {
  const parties = TELLS[occasion]
  const involved: Involved = {
    awaitsExpert: false,
    newAssignee: null,
    scheduler:
      parties.includes('scheduler') && document.state === 'scheduled'
        ? await schedulerOf(document, req)
        : null,
    commenters: parties.includes('commenters') ? await commentersOf(document, req) : [],
    sharer: parties.includes('sharer') ? await sharerOf(document, req) : null,
    ...document,
  }
  for (const who of whoLearns(occasion, actor, involved, await activeAccounts(req)))
    await req.payload.db.create({
      collection: 'notices',
      data: {
        who,
        what: occasion,
        kind: document.kind,
        document: document.id,
        version: document.version,
        by: actor.id,
        mailTries: 0,
        createdAt: at,
        note: note ? note.slice(0, LIMITS.note) : null,
      },
      req,
      returning: false,
    })
}

async function schedulerOf(
  { id, kind }: NotifiedDocument,
  req: PayloadRequest,
): Promise<Id | null> {
  const [event] = await execute<{ who: Id | null }>(
    req,
    sql`select who::int from workflow_events
        where kind = ${kind} and document = ${id} and what = 'schedule' order by id desc limit 1`,
  )
  return event?.who ?? null
}

async function commentersOf({ id, kind }: NotifiedDocument, req: PayloadRequest): Promise<Id[]> {
  const rows = await execute<{ who: Id }>(
    req,
    sql`select distinct people.who::int from comments, unnest(array[who, settled_by]) as people(who)
        where kind = ${kind} and document = ${id} and people.who is not null order by 1`,
  )
  return rows.map(({ who }) => who)
}

async function sharerOf({ reviewLink }: NotifiedDocument, req: PayloadRequest): Promise<Id | null> {
  const [link] = await execute<{ who: Id | null }>(
    req,
    sql`select created_by::int as who from review_links where id = ${reviewLink ?? null}`,
  )
  return link?.who ?? null
}
