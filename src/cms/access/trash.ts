// Limits what an account finds in the trash: a writer finds only their own documents there.
import { NotFound, type CollectionSlug, type PayloadRequest, type Where } from 'payload'
import { findRows, isKind, KINDS } from '@/cms/records/rows'
import { grantsFor, POLICY, type Collection } from '@/domain/workflow/policy'
import { isOwn, type Id, type Kind } from '@/domain/workflow/subject'
import { askingAs } from './role'

async function trashedIds(collection: Collection, req: PayloadRequest): Promise<Id[]> {
  const { docs } = await req.payload.db.find<{ id: Id }>({
    collection: collection as CollectionSlug,
    where: { deletedAt: { exists: true } },
    select: { id: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ id }) => id)
}

async function ownAmong(collection: Collection, ids: Id[], req: PayloadRequest): Promise<Id[]> {
  if (!isKind(collection) || !req.user) return []
  const rows = await findRows(collection, ids, req)
  const me = Number(req.user.id)
  return rows.filter((row) => isOwn(row, me)).map(({ id }) => id)
}

/** True where the caller may see the whole trash, or there is none. */
function seesAll(collection: Collection, req: PayloadRequest): boolean {
  const role = askingAs(req)
  const scopes = grantsFor(collection, 'readTrash', role).map(({ who }) => who[role])
  return !('trash' in POLICY[collection]) || scopes.includes('any')
}

/** Noted before each reading, for access functions are not told; see access/requests/boundReads.ts. */
export const noteTrash = (collection: string, trash: boolean, req: PayloadRequest): void => {
  req.context.readsTrashOf = trash ? collection : undefined
}

type Of = 'documents' | 'versions'

const oneOf = (of: Of, collection: string, id: unknown): string =>
  `${of} of ${collection}: ${String(id)}`

interface Single {
  disableErrors?: boolean
  duplicateFromID?: unknown
  id?: unknown
}

/** Noted as well: which one document is to be written or copied, or which version is read, by its id. */
export function noteOne(
  collection: string,
  operation: string,
  { disableErrors, duplicateFromID, id = duplicateFromID }: Single,
  req: PayloadRequest,
): void {
  // Of a document that is read Payload says itself that it is not there.
  const of = operation === 'read' ? 'versions' : 'documents'
  req.context.asksForOne = id === undefined || disableErrors ? undefined : oneOf(of, collection, id)
}

/**
 * Where access is a query that finds nothing, Payload answers 403 to a request for one document or version: that it is
 * there, or might be, and not theirs.
 * @param where what access adds
 * @throws as for what never was
 */
export async function requireOne(
  collection: Collection,
  of: Of,
  where: Where,
  { id, req }: { id?: unknown; req: PayloadRequest },
): Promise<void> {
  if (req.context.asksForOne !== oneOf(of, collection, id)) return
  const found = { where: { and: [{ id: { equals: id } }, where] }, req }
  const slug = collection as CollectionSlug
  const { totalDocs } = await (of === 'documents'
    ? req.payload.db.count({ collection: slug, ...found })
    : req.payload.db.countVersions({ collection: slug, ...found }))
  if (totalDocs === 0) throw new NotFound(req.t)
}

const OUTSIDE: Where = { deletedAt: { exists: false } }

/**
 * Of documents: what is not in the trash, and of what is there one's own. Undefined: everything. Ids are named only
 * where the trash itself is asked for: Payload cannot join drafts on a condition that names one ("parent_id is
 * ambiguous", 3.90).
 */
export async function visibleDocuments(
  collection: Collection,
  req: PayloadRequest,
  id?: Id,
): Promise<Where | undefined> {
  if (seesAll(collection, req)) return undefined
  if (id !== undefined)
    return (await ownAmong(collection, [id], req)).includes(id) ? undefined : OUTSIDE
  if (req.context.readsTrashOf !== collection) return OUTSIDE
  const own = await ownAmong(collection, await trashedIds(collection, req), req)
  return own.length > 0 ? { or: [OUTSIDE, { id: { in: own } }] } : OUTSIDE
}

/** The same of versions: those from before their document went into the trash do not say that it did. */
export async function visibleVersions(
  collection: Collection,
  req: PayloadRequest,
): Promise<Where | undefined> {
  if (seesAll(collection, req)) return undefined
  const ids = await trashedIds(collection, req)
  const own = await ownAmong(collection, ids, req)
  const hidden = ids.filter((id) => !own.includes(id))
  return hidden.length ? { parent: { not_in: hidden } } : undefined
}

/** @throws as for a version that never was, when its document lies in a trash that the caller may not see */
export async function requireVersion(kind: Kind, id: Id, req: PayloadRequest): Promise<void> {
  // A caller without an account is refused whatever there is.
  const where = req.user && (await visibleVersions(kind, req))
  if (!where) return
  const { totalDocs } = await req.payload.db.countVersions({
    collection: kind,
    where: { and: [{ id: { equals: id } }, where] },
    req,
  })
  if (totalDocs === 0) throw new NotFound(req.t)
}

/** Rows that are about documents: those that say something of one in the trash are as hidden as it is. */
const ABOUT_DOCUMENTS: readonly Collection[] = [
  ...(['comments', 'workflow-events', 'review-links', 'notices'] as const),
]

/** Of what was said and done: nothing about a document that lies in a trash that the caller may not see. Undefined: all of it. */
export async function visibleAbout(
  collection: Collection,
  req: PayloadRequest,
): Promise<Where | undefined> {
  if (!ABOUT_DOCUMENTS.includes(collection)) return undefined
  const hidden: Where[] = []
  for (const kind of KINDS) {
    if (seesAll(kind, req)) continue
    const ids = await trashedIds(kind, req)
    const own = await ownAmong(kind, ids, req)
    const others = ids.filter((id) => !own.includes(id))
    if (others.length > 0)
      hidden.push({ or: [{ kind: { not_equals: kind } }, { document: { not_in: others } }] })
  }
  return hidden.length > 0 ? { and: hidden } : undefined
}
