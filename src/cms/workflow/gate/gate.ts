// Guards every write to a document with a workflow, on whichever way it comes: it is one of the policy's operations or is refused.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import { requireVersion } from '@/cms/access/trash'
import { saved } from '@/domain/workflow/events/apply'
import { allows, type Operation, type Situation } from '@/domain/workflow/policy'
import { visibilityOf, type Kind } from '@/domain/workflow/subject'
import { authorOf, policyRole } from '../../access/actor'
import { isBlank } from '../../records/blank'
import { operationsOf, type Write } from './operations'
import { isByEvent } from '../../records/pass'
import { Refused } from '../../records/refusal'
import { createRow, lockRow, lockRows, situationOf, writeRow } from '../../records/rows'
import { beganFrom, refuseStale } from './stale'
import type { WriteArguments } from '@/cms/records/requestContext'
import { startsNewVersion } from './startsNewVersion'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'

type Data = Record<string, unknown>

/** The documents of a bulk edit. */
interface Selection {
  where?: Where
  draft?: boolean
  trash?: boolean
}

/** Whether the gate looks at the write of this request. */
export const isAtGate = (kind: Kind, req: PayloadRequest): boolean =>
  req.context.writeArguments?.[kind] !== undefined

const ALWAYS_SENT = ['id', 'deletedAt', '_status', 'workflowVersion', 'updatedAt', 'createdAt']

export const noteArguments: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!['create', 'update', 'restoreVersion'].includes(operation)) return args
  const given = args as Data & { data?: Data; id?: unknown } & Selection
  const bulk = operation === 'update' && given.id === undefined
  const written: WriteArguments = {
    asked: bulk
      ? 'bulkUpdate'
      : given.duplicateFromID != null
        ? 'duplicate'
        : (operation as 'create' | 'update' | 'restoreVersion'),
    draft: given.draft === true,
    keys: Object.keys(given.data ?? {}).filter((key) => !ALWAYS_SENT.includes(key)),
    began: operation === 'create' ? undefined : beganFrom(given.data, req),
  }
  req.context.writeArguments = { ...req.context.writeArguments, [collection.slug]: written }
  if (operation === 'restoreVersion' && !given.overrideAccess)
    await requireVersion(collection.slug as Kind, Number(given.id), req)
  // Before Payload reads what it merges the new data into: a save that waits here sees what the other one wrote.
  const id = Number(given.id)
  if (bulk) await lockMatching(collection.slug as Kind, given, req)
  else if (operation === 'update' && Number.isInteger(id))
    await lockRow(collection.slug as Kind, id, req)
  if (given.autosave === true && (await startsNewVersion(collection.slug as Kind, id, req)))
    return { ...args, autosave: false }
  return args
}

async function lockMatching(
  collection: Kind,
  { where, draft, trash }: Selection,
  req: PayloadRequest,
): Promise<void> {
  const { docs } = await req.payload.find({
    collection,
    where,
    draft,
    trash,
    overrideAccess: true,
    req,
    select: {},
    depth: 0,
    pagination: false,
  })
  const ids = docs.map(({ id }) => id)
  await lockRows(collection, ids, req)
}

const NOBODYS: Situation = { state: null, visibility: 'never', own: true, trashed: false }

function requireAllowed(
  kind: Kind,
  operations: Operation[],
  situation: Situation,
  req: PayloadRequest,
): void {
  const role = policyRole(req)
  const refused = operations.filter((operation) => !allows(kind, operation, role, situation))
  const { state } = situation
  if (refused.length > 0)
    throw new Refused(
      403,
      refused.map((operation) => ({ code: 'operationNotAllowed', operation, state })),
    )
}

function writeArgumentsOf(kind: Kind, req: PayloadRequest): WriteArguments {
  const written = req.context.writeArguments?.[kind]
  if (!written) throw new Error('A write came to the gate without its arguments.')
  return written
}

/** The order matters: only an account that may save at all is told that its save is stale. */
export const passGate: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { workflowVersion: _, ...content } = data as Data
  if (isByEvent(req)) return content
  const kind = collection.slug as Kind
  const { asked, began, draft, keys } = writeArgumentsOf(kind, req)
  const restores = asked === 'restoreVersion'
  if (restores) content.deletedAt = originalDoc?.deletedAt ?? null
  if (restores && draft) content._status = 'draft'
  const row = operation === 'update' ? await lockRow(kind, Number(originalDoc?.id), req) : undefined
  if (operation === 'update' && !row) throw new Refused(404, [{ code: 'notFound' }])
  const write: Write = {
    asked,
    savesDraft: draft && content._status !== 'published',
    status: content._status,
    statusBefore: originalDoc?._status,
    holdsLive: row ? visibilityOf(row) !== 'never' : false,
    live: row?.live ?? false,
    trashedBefore: Boolean(originalDoc?.deletedAt) && operation === 'update',
    trashedAfter: Boolean(content.deletedAt),
    changesContent: keys.length > 0 || restores,
  }
  const trashed = write.trashedBefore
  requireAllowed(
    kind,
    operationsOf(write),
    row ? situationOf(row, trashed, authorOf(req)) : NOBODYS,
    req,
  )
  const author = authorOf(req)
  // A copy is not what was published, and only a publication dates a publication.
  if (!row)
    return {
      ...content,
      savedBy: author,
      deletedAt: null,
      publishedAt: null,
      modifiedAt: null,
      blank: isBlank(collection.fields, content),
    }
  if (write.changesContent)
    await refuseStale(
      {
        asked,
        began,
        collection,
        content,
        row,
        keys: restores ? Object.keys(content) : keys,
        originalDoc: originalDoc as Data,
      },
      req,
    )
  const version = row.version + 1
  const moved = write.trashedBefore !== write.trashedAfter && !write.changesContent
  await writeRow(row, { ...(moved ? {} : saved(row, author)), version }, req)
  req.context.writtenVersions = { ...req.context.writtenVersions, [kind]: version }
  const { publishedAt, modifiedAt } = originalDoc as Data
  return { ...content, savedBy: author, publishedAt, modifiedAt, blank: false }
}

/** The answer says which version it made, for the next save to begin from. */
export const follow: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const kind = collection.slug as Kind
  if (operation !== 'create')
    return { ...doc, workflowVersion: req.context.writtenVersions?.[kind] }
  await createRow(kind, Number(doc.id), authorOf(req), req)
  return { ...doc, workflowVersion: 1 }
}

export const passDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (isByEvent(req)) return
  const kind = collection.slug as Kind
  const row = await lockRow(kind, Number(id), req)
  const stored = await req.payload.db.findOne<{ id: number; deletedAt?: string | null }>({
    collection: kind,
    where: { id: { equals: id } },
    req,
    ...WITHOUT_JOINS,
  })
  const trashed = Boolean(stored?.deletedAt)
  requireAllowed(
    kind,
    ['deleteForEver'],
    row ? situationOf(row, trashed, authorOf(req)) : NOBODYS,
    req,
  )
}
