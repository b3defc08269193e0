// Finds the documents that name a row: on a page that readers get, in a working version, or in an older version of the history.
import type { Naming, NamedIn, NamingDocument } from '@/cms/wording/naming'
import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import { execute } from '@/cms/database/sql'

/** Whatever pages are made of and may itself name a row. Comments, notices and locks are about documents, not part of them. */
const NAMING = ['articles', 'faq-items', 'read-also-links', 'pages', 'authors'] as const
type NamingCollection = (typeof NAMING)[number]

/** Texts whose links and images are not kept as relationships beside them. */
const TEXTS: Partial<Record<NamingCollection, string>> = { 'faq-items': 'answer', pages: 'body' }

const MAX_LISTED = 20

/** The paths of the fields that may name a row of a collection. */
export function fieldsNaming(
  collection: CollectionSlug,
  fields: readonly FlattenedField[],
  prefix = '',
): string[] {
  return fields.flatMap((field): string[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload')
      return [field.relationTo].flat().some((to) => to === collection) ? [path] : []
    return 'flattenedFields' in field
      ? fieldsNaming(collection, field.flattenedFields, `${path}.`)
      : []
  })
}

type Found = Map<number, NamedIn>

/** Documents that name the row in one of their relationships. */
async function namedInFields(
  naming: NamingCollection,
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
): Promise<Found> {
  const { config } = req.payload.collections[naming]
  const fields = fieldsNaming(collection, config.flattenedFields)
  if (fields.length === 0) return new Map()
  const all = { pagination: false, limit: 0, req, ...WITHOUT_JOINS }
  const where = (prefix = ''): Where => ({
    or: fields.map((field) => ({ [`${prefix}${field}`]: { in: [id] } })),
  })
  if (!config.versions) {
    const { docs } = await req.payload.db.find<{ id: number }>({
      collection: naming,
      where: where(),
      select: { id: true },
      ...all,
    })
    return new Map(docs.map((doc) => [doc.id, 'live']))
  }
  const live: Where = {
    and: [where(), { _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
  }
  const rows = await req.payload.db.find<{ id: number }>({
    collection: naming,
    where: live,
    select: { id: true },
    ...all,
  })
  const versions = await req.payload.db.findVersions<{ id: number }>({
    collection: naming,
    where: where('version.'),
    select: { parent: true, latest: true },
    ...all,
  })
  const found: Found = new Map(versions.docs.map(({ parent }) => [Number(parent), 'history']))
  for (const { parent, latest } of versions.docs) if (latest) found.set(Number(parent), 'draft')
  for (const doc of rows.docs) found.set(doc.id, 'live')
  return found
}

/** Documents that name the row in a text: as a link's article, or as an image. */
async function namedInText(
  naming: NamingCollection,
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
): Promise<Found> {
  const text = TEXTS[naming]
  if (!text) return new Map()
  const table = naming.replaceAll('-', '_')
  const names = (column: string) =>
    sql`jsonb_path_exists(${sql.identifier(column)},
          '$.** ? (@.relationTo == $collection && @.value == $id)',
          ${JSON.stringify({ collection, id })}::jsonb)`
  const rows = await execute<{ id: number; in: NamedIn }>(
    req,
    sql`select parent_id as id, case when bool_or(latest) then 'draft' else 'history' end as "in"
          from ${sql.identifier(`_${table}_v`)} where ${names(`version_${text}`)} group by parent_id
        union all
        select id, 'live' from ${sql.identifier(`live_${table}`)} where ${names(text)}`,
  )
  return new Map(rows.map((row) => [row.id, row.in]))
}

async function titled(
  collection: NamingCollection,
  found: Found,
  most: number,
  req: PayloadRequest,
): Promise<NamingDocument[]> {
  const ids = [...found.keys()].slice(0, most)
  const { admin, trash, versions } = req.payload.collections[collection].config
  const title = admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    draft: Boolean(versions),
    trash,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
    ...WITHOUT_JOINS,
  })
  const titles = new Map(
    docs.map((doc) => [doc.id, (doc as unknown as Record<string, unknown>)[title]]),
  )
  return ids.map((id) => ({
    collection,
    id,
    title: String(titles.get(id) || 'Without a title'),
    in: found.get(id) ?? 'history',
  }))
}

const RANK: readonly NamedIn[] = ['live', 'draft', 'history']

const liveFirst = (found: Found): Found =>
  new Map([...found].sort(([, a], [, b]) => RANK.indexOf(a) - RANK.indexOf(b)))

async function namedInSettings(
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
): Promise<NamingDocument[]> {
  const slug = 'site-settings'
  const { config } = req.payload.globals
  const fields = config.find((global) => global.slug === slug)?.flattenedFields ?? []
  const stored = await req.payload.db.findGlobal<Record<string, unknown>>({ slug, req })
  const named = fieldsNaming(collection, fields).some(
    (path) => path.split('.').reduce<unknown>((row, name) => (row as never)?.[name], stored) === id,
  )
  return named ? [{ collection: slug, id: null, title: 'the site settings', in: 'live' }] : []
}

/** @param most how many are listed with their titles */
export async function findNaming(
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
  most = MAX_LISTED,
): Promise<Naming> {
  const documents = await namedInSettings(collection, id, req)
  let total = documents.length
  for (const naming of NAMING) {
    const found: Found = new Map([
      ...(await namedInText(naming, collection, id, req)),
      ...(await namedInFields(naming, collection, id, req)),
    ])
    // A document is no reason not to delete itself.
    if (naming === collection) found.delete(id)
    total += found.size
    documents.push(...(await titled(naming, liveFirst(found), most, req)))
  }
  documents.sort((a, b) => RANK.indexOf(a.in) - RANK.indexOf(b.in))
  return { documents: documents.slice(0, most), total }
}
