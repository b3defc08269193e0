// Serves the notices over HTTP: an account's own newest ones, and that it has seen them.
import { sql } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { actorOf } from '@/cms/access/actor'
import { NO_STORE } from '@/cms/access/requests/answerJson'
import type { Id, Kind } from '@/domain/workflow/subject'
import { describe } from './describe'

/** As many as anybody reads. */
const NEWEST = 20

export interface Inbox {
  /** Of all notices, the older ones too. */
  unseen: number
  /** Newest first. */
  notices: InboxNotice[]
  /** Of the site: in which the moments are shown. */
  timeZone: string
}

export interface InboxNotice {
  id: number
  sentence: string
  note: string | null
  at: string
  seen: boolean
  /** Null when the document is gone. */
  document: { kind: Kind; id: Id } | null
}

const answerAccount =
  (respond: (req: PayloadRequest, who: Id) => Promise<object | null>) =>
  async (req: PayloadRequest): Promise<Response> => {
    const actor = req.user ? await actorOf(req) : null
    const refuse = (status: number, code: string) =>
      Response.json({ issues: [{ code }] }, { status, headers: NO_STORE })
    if (!actor?.active || actor.id === null) return refuse(403, 'notSignedIn')
    const body = await respond(req, actor.id)
    return body ? Response.json(body, { headers: NO_STORE }) : refuse(422, 'requestInvalid')
  }

async function inboxOf({ payload }: PayloadRequest, who: Id): Promise<Inbox> {
  const mine = { who: { equals: who } }
  const [{ docs }, { totalDocs: unseen }, { timeZone }] = await Promise.all([
    payload.find({ collection: 'notices', where: mine, sort: '-id', limit: NEWEST, depth: 0 }),
    payload.count({
      collection: 'notices',
      where: { and: [mine, { seenAt: { exists: false } }] },
    }),
    payload.findGlobal({ slug: 'site-settings', depth: 0 }),
  ])
  const notices = (await describe(payload, docs)).map(
    ({ exists, notice, sentence }): InboxNotice => ({
      id: notice.id,
      sentence,
      note: exists ? (notice.note ?? null) : null,
      at: notice.createdAt,
      seen: notice.seenAt != null,
      document: exists ? { kind: notice.kind, id: notice.document } : null,
    }),
  )
  return { unseen, notices, timeZone }
}

const isIds = (value: unknown): value is Id[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= NEWEST &&
  value.every((id) => Number.isSafeInteger(id) && id > 0 && id < 2 ** 31)

/** Takes `{ids: [1, 2]}` or `{all: true}`; the notices of others stay as they are. Null for anything else. */
async function markSeen(req: PayloadRequest, who: Id): Promise<{ unseen: number } | null> {
  const body: unknown = await req.json?.().catch(() => null)
  const { all, ids } = (body ?? {}) as { all?: unknown; ids?: unknown }
  if (all !== true && !isIds(ids)) return null
  const which = isIds(ids) ? sql`id = any(${`{${ids.join(',')}}`}::int[])` : sql`true`
  const [left] = await execute<{ unseen: number }>(
    req,
    // Not updated_at: the mail's tries are counted from it.
    sql`with seen as (
          update notices set seen_at = now()
          where who = ${who} and seen_at is null and ${which} returning id)
        select count(*)::int as unseen from notices
        where who = ${who} and seen_at is null and id not in (select id from seen)`,
  )
  return left ?? { unseen: 0 }
}

export const noticesEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/mine', method: 'get', handler: answerAccount(inboxOf) },
  { path: '/seen', method: 'post', handler: answerAccount(markSeen) },
]
