// What lies in the trash and is not for everybody's eyes: a writer finds their own there, and nobody else's.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { findRows, KINDS } from '@/cms/workflow/rows'
import { grantsFor, POLICY, type Collection } from '@/domain/workflow/policy'
import { isOwn, type Id, type Kind } from '@/domain/workflow/subject'
import { askingAs } from './role'

const isKind = (collection: Collection): collection is Kind =>
  (KINDS as readonly string[]).includes(collection)

/** The ids of trashed rows that whoever asks may not see. */
export async function hiddenTrash(collection: Collection, req: PayloadRequest): Promise<Id[]> {
  if (!('trash' in POLICY[collection])) return []
  const role = askingAs(req)
  const scopes = grantsFor(collection, 'readTrash', role).map(({ who }) => who[role])
  if (scopes.includes('any')) return []
  const { docs } = await req.payload.db.find<{ id: Id }>({
    collection: collection as CollectionSlug,
    where: { deletedAt: { exists: true } },
    select: { id: true },
    pagination: false,
    limit: 0,
    req,
  })
  const ids = docs.map(({ id }) => id)
  if (scopes.length === 0 || !isKind(collection)) return ids
  const rows = await findRows(collection, ids, req)
  const me = req.user ? Number(req.user.id) : null
  const own = new Set(rows.filter((row) => isOwn(row, me)).map(({ id }) => id))
  return ids.filter((id) => !own.has(id))
}
