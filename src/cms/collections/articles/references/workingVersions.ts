// Reads the working versions of the documents that a block names, as far as the caller may see them.
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { asWhoAsks } from '@/cms/access/role'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import type { Id } from '@/domain/workflow/subject'

/** In any order; what lies in the trash is left out. */
export async function findWorkingVersions<Slug extends 'faq-items' | 'read-also-links'>(
  collection: Slug,
  ids: readonly Id[],
  req: PayloadRequest,
): Promise<DataFromCollectionSlug<Slug>[]> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: [...ids] } },
    draft: true,
    depth: 0,
    pagination: false,
    ...WITHOUT_JOINS,
    ...asWhoAsks(req),
  })
  return docs as DataFromCollectionSlug<Slug>[]
}
