// Who has a document open: each open panel says so every few seconds, and learns who else does.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/cms/sql'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { Refused } from './refusal'
import { findWorking } from './documents'
import { findRows } from './rows'

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

const TAB = /^[\w-]{8,64}$/

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

/** Kept in the database, so that it holds across instances; by the database's own clock. */
export async function bePresent(
  kind: Kind,
  id: Id,
  actor: Actor,
  req: PayloadRequest,
): Promise<{ others: Present[] }> {
  const [row] = await findRows(kind, [id], req)
  if (!actor.active) throw new Refused(403, [{ code: 'notActive' }])
  if (!row || !(await findWorking(kind, id, req))) throw new Refused(404, [{ code: 'notFound' }])
  const { changed, leaves, tab } = await readCall(req)
  const own = sql`kind = ${kind} and document = ${id} and account = ${actor.id} and tab = ${tab}`
  await execute(
    req,
    sql`delete from presence where ctid in (
          select ctid from presence where (${leaves} and ${own}) or seen < now() - ${STALE}::interval
          for update skip locked)`,
  )
  if (leaves) return { others: [] }
  await execute(
    req,
    sql`insert into presence (kind, document, account, tab, changed)
        values (${kind}, ${id}, ${actor.id}, ${tab}, ${changed ? sql`now()` : sql`null`})
        on conflict (kind, document, account, tab)
        do update set seen = now(), changed = coalesce(excluded.changed, presence.changed)`,
  )
  return { others: await others(kind, id, { account: actor.id, tab }, req) }
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
