// Finds the titles under which rows are known, so that a screen never has to show an id.
import type { PayloadRequest, TypedCollection } from 'payload'
import { asWhoAsks } from '@/cms/access/role'
import type { Naming } from '@/cms/wording/differences'
import type { NameOf, Reference } from '@/domain/differences/blocks'
import type { Referenced } from '@/domain/articles/shownFields'

/** The fields that name a row; the first that holds something counts. */
const NAMES: Record<Referenced, readonly string[]> = {
  articles: ['title'],
  'faq-items': ['question'],
  'read-also-links': ['title', 'url'],
  media: ['alt', 'filename'],
  authors: ['name'],
  categories: ['name'],
  topics: ['name'],
}

const WITH_DRAFTS: readonly Referenced[] = ['articles', 'faq-items', 'read-also-links']

async function namesIn(
  collection: Referenced,
  ids: number[],
  req: PayloadRequest,
): Promise<[string, string][]> {
  const drafts = WITH_DRAFTS.includes(collection)
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    select: Object.fromEntries(NAMES[collection].map((field) => [field, true])),
    draft: drafts,
    trash: drafts,
    depth: 0,
    pagination: false,
    ...asWhoAsks(req),
  })
  return (docs as TypedCollection[Referenced][]).map((doc) => {
    const row = doc as unknown as Record<string, unknown>
    const name = NAMES[collection].map((field) => row[field]).find(Boolean)
    return [`${collection}/${doc.id}`, String(name ?? '')]
  })
}

/**
 * Names as they are now, those of drafts too; empty for what is gone, or lies in a trash that the caller may not see. A command
 * may look everywhere.
 */
export async function namesOfRows(
  references: readonly Reference[],
  req: PayloadRequest,
): Promise<NameOf> {
  const collections = [...new Set(references.map(({ collection }) => collection))]
  const names = new Map<string, string>()
  for (const collection of collections) {
    const ids = references.filter((row) => row.collection === collection).map(({ id }) => id)
    for (const [key, name] of await namesIn(collection, [...new Set(ids)], req))
      names.set(key, name)
  }
  return ({ collection, id }) => names.get(`${collection}/${id}`) ?? ''
}

/** What differences between texts are worded with. */
export async function namingOf(
  references: readonly Reference[],
  req: PayloadRequest,
): Promise<Naming> {
  const { timeZone } = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req })
  return { nameOf: await namesOfRows(references, req), timeZone }
}
