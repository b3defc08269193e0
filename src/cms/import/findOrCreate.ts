// The authors, the category and the topics that a source names.
import type { PayloadRequest } from 'payload'
import type { Transaction } from '@/cms/transaction'
import { slugify } from '@/domain/slug'
import { nameKey } from '@/domain/titleKey'

/** Names → ids; a name that is new becomes a row, also where another name makes the same address, and whoever imports is told. */
export async function findOrCreate(
  collection: 'authors' | 'categories' | 'topics',
  names: readonly string[],
  notices: string[],
  { payload, ...rest }: Transaction,
): Promise<number[]> {
  const req = { payload, ...rest } as PayloadRequest
  const ids = new Set<number>()
  for (const name of names) {
    const wanted = slugify(name)
    const { docs } = await payload.find({
      ...{ collection, where: { slug: { like: wanted } }, sort: 'id', depth: 0, req },
      pagination: false,
    })
    const found = docs.find((row) => nameKey(row.name) === nameKey(name))
    const taken = new Set(docs.map((row) => row.slug))
    let slug = wanted
    for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`
    const row = found ?? (await payload.create({ collection, data: { name, slug }, req }))
    if (!found) notices.push(`"${name}" is new in ${collection}.`)
    ids.add(row.id)
  }
  return [...ids]
}
