// Finds the authors, the category and the topics that a source names, and creates those that are new.
import type { PayloadRequest } from 'payload'
import type { Transaction } from '@/cms/database/transaction'
import { slugify } from '@/domain/addresses/slug'
import { nameKey } from '@/domain/addresses/titleKey'

/** Names → ids; a name that is new becomes a row, also where another name makes the same address, and the importer's notices say so. */
export async function findOrCreate(
  collection: 'authors' | 'categories' | 'topics',
  names: readonly string[],
  notices: string[],
  { payload, ...rest }: Transaction,
): Promise<number[]> {
  const req = { payload, ...rest } as PayloadRequest
  const ids = new Set<number>()
  for (const name of names) {
    // By its name as well: the slug of a row may be older than the way in which slugs are made.
    const { docs } = await payload.find({
      collection,
      sort: 'id',
      depth: 0,
      pagination: false,
      req,
      where: { or: [{ name: { like: name } }, { slug: { like: slugify(name) } }] },
    })
    const found = docs.find((row) => nameKey(row.name) === nameKey(name))
    const row = found ?? (await payload.create({ collection, data: { name, slug: '' }, req }))
    if (!found) notices.push(`"${name}" is new in ${collection}.`)
    ids.add(row.id)
  }
  return [...ids]
}
