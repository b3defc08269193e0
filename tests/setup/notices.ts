// The stored notices of a document.
import type { Payload } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Notice } from '@/payload-types'

/** Oldest first. */
export async function noticesOf(
  payload: Payload,
  id: Id,
  kind: Kind = 'articles',
): Promise<Notice[]> {
  const { docs } = await payload.find({
    collection: 'notices',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    sort: 'id',
    pagination: false,
  })
  return docs
}
