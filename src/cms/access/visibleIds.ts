// Finds out which of some rows the caller may see.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { asWhoAsks } from './role'

/** Payload gives a request at most this many rows at once; see access/requests/boundReads.ts. */
const AT_ONCE = 500

/**
 * Those of the ids whose rows the caller may see, in the same order, with the caller's own rows in the trash. What never
 * was and what the caller may not see are left out alike.
 */
export async function visibleIds(
  collection: CollectionSlug,
  ids: readonly number[],
  req: PayloadRequest,
): Promise<number[]> {
  const seen = new Set<unknown>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: ids.slice(at, at + AT_ONCE) } },
      select: {},
      trash: true,
      depth: 0,
      pagination: false,
      ...asWhoAsks(req),
    })
    for (const { id } of docs) seen.add(id)
  }
  return ids.filter((id) => seen.has(id))
}
