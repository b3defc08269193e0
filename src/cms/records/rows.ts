// Reads the stored workflow of a document, locks it until the transaction ends, and writes it.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { execute } from '@/cms/database/sql'
import { created } from '@/domain/workflow/events/apply'
import type { Situation } from '@/domain/workflow/policy'
import {
  isOwn,
  visibilityOf,
  type Id,
  type Kind,
  type WorkflowFields,
} from '@/domain/workflow/subject'
import type { State } from '@/domain/workflow/table'
import type { Workflow } from '@/payload-types'

/** Why a scheduled publish did not happen, stored until it does or is taken back. */
export interface ScheduleFailure {
  /** When it first failed for this reason. */
  at: string
  issues: readonly unknown[]
  /** What broke, where nothing was refused: for the log, not for people. */
  cause?: string
}

export interface WorkflowRow extends WorkflowFields {
  rowId: number
  kind: Kind
  id: Id
  version: number
  createdBy: Id | null
  scheduleFailure: ScheduleFailure | null
  updatedAt: string
}

export const KINDS: readonly Kind[] = ['articles', 'faq-items', 'read-also-links']

export const isKind = (collection: string): collection is Kind =>
  KINDS.some((kind) => kind === collection)

const optional = <Value>(stored: unknown): Value | null => (stored ?? null) as Value | null

const rowOf = (stored: Workflow): WorkflowRow => ({
  rowId: stored.id,
  kind: stored.kind,
  id: stored.document,
  version: stored.version,
  createdBy: stored.createdBy ?? null,
  state: stored.state,
  live: stored.live,
  withdrawal: optional(stored.withdrawal),
  approval: optional(stored.approval),
  expertApproval: optional(stored.expertApproval),
  authorsSinceApproval: optional<Id[]>(stored.authorsSinceApproval) ?? [],
  authorsOfLive: optional<Id[]>(stored.authorsOfLive) ?? [],
  scheduledAt: stored.scheduledAt ?? null,
  assignee: stored.assignee ?? null,
  forced: optional(stored.forced),
  scheduleFailure: optional(stored.scheduleFailure),
  updatedAt: stored.updatedAt,
})

/** What the policy asks of a stored document. */
export const situationOf = (row: WorkflowRow, trashed: boolean, account: Id | null): Situation => ({
  state: row.state,
  visibility: visibilityOf(row),
  own: isOwn(row, account),
  trashed,
})

/** In the order of the ids; documents that do not exist are left out. */
export async function findRows(kind: Kind, ids: Id[], req: PayloadRequest): Promise<WorkflowRow[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<Workflow>({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { in: ids } }] },
    sort: 'document',
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(rowOf)
}

/** Of every kind, the one first that has been untouched for longest. */
export async function findRowsIn(
  states: readonly State[],
  limit: number,
  req: PayloadRequest,
): Promise<WorkflowRow[]> {
  const { docs } = await req.payload.db.find<Workflow>({
    collection: 'workflows',
    where: { state: { in: [...states] } },
    sort: 'updatedAt',
    limit,
    pagination: false,
    req,
  })
  return docs.map(rowOf)
}

/** Locks these documents: no other transaction saves them or moves their states until this one ends. */
export async function lockRows(kind: Kind, ids: Id[], req: PayloadRequest): Promise<WorkflowRow[]> {
  if (ids.length === 0) return []
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  await execute(
    req,
    sql`select id from workflows where kind = ${kind} and document in (${list}) order by document for update`,
  )
  return findRows(kind, ids, req)
}

export async function lockRow(
  kind: Kind,
  id: Id,
  req: PayloadRequest,
): Promise<WorkflowRow | undefined> {
  return (await lockRows(kind, [id], req))[0]
}

type Stored = Partial<WorkflowFields> & {
  version?: number
  withdrawnPath?: string | null
  scheduleFailure?: ScheduleFailure | null
}

export async function writeRow(row: WorkflowRow, data: Stored, req: PayloadRequest): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'workflows',
    id: row.rowId,
    data: { ...data, updatedAt: new Date().toISOString() },
    req,
    returning: false,
  })
}

export async function createRow(
  kind: Kind,
  id: Id,
  author: Id | null,
  req: PayloadRequest,
): Promise<void> {
  const data = { kind, document: id, version: 1, createdBy: author, ...created(author) }
  await req.payload.db.create({ collection: 'workflows', data, req })
}

export async function removeRow(kind: Kind, id: Id, req: PayloadRequest): Promise<void> {
  const where: Where = { and: [{ kind: { equals: kind } }, { document: { equals: id } }] }
  await req.payload.db.deleteMany({ collection: 'workflows', where, req })
}
