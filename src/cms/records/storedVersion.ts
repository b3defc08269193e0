// Finds one stored version of a document, without regard to who may read it.
import type { PayloadRequest, TypeWithVersion, Where } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'

/** The working version. */
export const LATEST: Where = { latest: { equals: true } }

/** The newest of the document's versions to which all of this applies; undefined when there is none. */
export async function storedVersion<Content extends object>(
  { kind, id }: { kind: Kind; id: Id },
  req: PayloadRequest,
  ...conditions: Where[]
): Promise<TypeWithVersion<Content> | undefined> {
  const { docs } = await req.payload.db.findVersions<Content>({
    collection: kind,
    where: { and: [{ parent: { equals: id } }, ...conditions] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}
