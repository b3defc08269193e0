// Tells who has a document open: each open panel says so again and again, learns who else does, and whether what is shown beside
// the text is still as it was.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { Refused } from '../../records/refusal'
import { revisionOf } from './revision'

/** One other panel, or several of one account counted as one. */
export interface Present {
  name: string
  /** The same account in another window. */
  own: boolean
  /** ISO 8601. */
  since: string
  /** When something was last changed there; null when nothing was. */
  changed: string | null
}

/** Longer than two missed calls, shorter than anybody's patience. */
const STALE = '30 seconds'

/** Panels call every second, and are not written down each time. */
const FRESH = '8 seconds'

const TAB = /^[\w-]{8,64}$/

/** What a call is answered with. */
export interface Seen {
  others: Present[]
  /** Of what is shown beside the text; see revision.ts. */
  revision: string
}

interface Call {
  /** Names one open panel: a person may have two. */
  tab: string
  /** Something was changed since the last call. */
  changed?: boolean
  /** The panel is being closed. */
  leaves?: boolean
}

async function readCall(req: PayloadRequest): Promise<Call> {
  const body = (await req.json?.().catch(() => null)) as Partial<Call> | null
  if (typeof body?.tab !== 'string' || !TAB.test(body.tab))
    throw new Refused(422, [{ code: 'requestInvalid', field: 'tab' }])
  return { tab: body.tab, changed: body.changed === true, leaves: body.leaves === true }
}

/** Stored in the database, so that it holds across instances; by the database's own clock. */
export async function bePresent(
  kind: Kind,
  id: Id,
  actor: Actor,
  req: PayloadRequest,
): Promise<Seen> {
  if (!actor.active) throw new Refused(403, [{ code: 'notActive' }])
  const revision = await revisionOf(kind, id, req)
  if (revision === null) throw new Refused(404, [{ code: 'notFound' }])
  const { changed, leaves, tab } = await readCall(req)
  const own = sql`kind = ${kind} and document = ${id} and account = ${actor.id} and tab = ${tab}`
  await execute(
    req,
    sql`delete from presence where ctid in (
          select ctid from presence where (${leaves} and ${own}) or seen < now() - ${STALE}::interval
          for update skip locked)`,
  )
  if (leaves) return { others: [], revision }
  await execute(
    req,
    sql`insert into presence (kind, document, account, tab, changed)
        values (${kind}, ${id}, ${actor.id}, ${tab}, ${changed ? sql`now()` : sql`null`})
        on conflict (kind, document, account, tab)
        do update set seen = now(), changed = coalesce(excluded.changed, presence.changed)
          where excluded.changed is not null or presence.seen < now() - ${FRESH}::interval`,
  )
  return { others: await others(kind, id, { account: actor.id, tab }, req), revision }
}

async function others(
  kind: Kind,
  id: Id,
  { account, tab }: { account: Id | null; tab: string },
  req: PayloadRequest,
): Promise<Present[]> {
  const found = await execute<{ name: string; own: boolean; since: Date; changed: Date | null }>(
    req,
    sql`select u.name, p.account = ${account} as own, min(p.since) as since, max(p.changed) as changed
        from presence p join users u on u.id = p.account
        where p.kind = ${kind} and p.document = ${id} and p.seen >= now() - ${STALE}::interval
          and not (p.account = ${account} and p.tab = ${tab})
        group by p.account, u.name order by min(p.since), u.name`,
  )
  return found.map(({ changed, since, ...person }) => ({
    ...person,
    since: new Date(since).toISOString(),
    changed: changed && new Date(changed).toISOString(),
  }))
}
