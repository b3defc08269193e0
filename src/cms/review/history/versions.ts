// Finds the stored versions of a document: who saved which and when, and what one of them holds.
import type { PayloadRequest } from 'payload'
import type { StoredVersion } from '@/domain/differences/documentDifferences'
import type { StoredSave } from '@/domain/workflow/history'
import { visibilityOf, type Id, type Kind } from '@/domain/workflow/subject'
import type { WorkflowRow } from '@/cms/records/rows'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import { LATEST, storedVersion } from '@/cms/records/storedVersion'

interface Kept {
  savedBy?: number | null
  _status?: 'draft' | 'published' | null
}

/** Oldest first, without their texts. */
export async function findSaves(kind: Kind, id: Id, req: PayloadRequest): Promise<StoredSave[]> {
  const { docs } = await req.payload.db.findVersions<Kept>({
    collection: kind,
    where: { parent: { equals: id } },
    select: { createdAt: true, updatedAt: true, version: { savedBy: true, _status: true } },
    sort: ['updatedAt', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ id: versionId, createdAt, updatedAt, version }) => ({
    id: Number(versionId),
    who: version.savedBy ?? null,
    since: new Date(createdAt).toISOString(),
    when: new Date(updatedAt).toISOString(),
    status: version._status ?? 'draft',
  }))
}

/** Which version to look at: one by its id, the newest, or what readers get. */
export type Which = Id | 'working' | 'live'

export interface Found {
  content: StoredVersion
  /** Who saved it; null for a command or the site itself. */
  who: Id | null
  when: string
}

/** Undefined when this document has no such version. */
export async function findVersion(
  row: WorkflowRow,
  which: Which,
  req: PayloadRequest,
): Promise<Found | undefined> {
  const { id, kind } = row
  if (which === 'live') {
    const content = isShown(row) ? await findRow(kind, id, req) : undefined
    return content && foundIn(content, content.updatedAt)
  }
  const one = which === 'working' ? LATEST : { id: { equals: which } }
  const found = await storedVersion<Record<string, unknown>>(row, req, one)
  return found && foundIn(found.version, found.updatedAt)
}

const foundIn = (content: StoredVersion, saved: unknown): Found => ({
  content,
  who: (content.savedBy as Id | null | undefined) ?? null,
  when: new Date(String(saved)).toISOString(),
})

/** Readers get the row itself as a page. */
export const isShown = (row: WorkflowRow): boolean => ['live', 'notice'].includes(visibilityOf(row))

async function findRow(
  kind: Kind,
  id: Id,
  req: PayloadRequest,
): Promise<StoredVersion | undefined> {
  const where = { id: { equals: id } }
  return (
    (await req.payload.db.findOne({ collection: kind, where, req, ...WITHOUT_JOINS })) ?? undefined
  )
}

/** Whether it lies in the trash, where its versions are not shown. */
export const isTrashed = async ({ kind, id }: WorkflowRow, req: PayloadRequest): Promise<boolean> =>
  Boolean((await findRow(kind, id, req))?.deletedAt)
