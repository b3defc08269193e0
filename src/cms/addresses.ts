// Who has a public address now, or will: a live article, a live page or a redirect. The database keeps the table, with one row for each.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from './sql'

export interface AddressHolder {
  collection: 'articles' | 'pages' | 'redirects'
  id: number
}

interface Rival extends AddressHolder {
  title: string | null
  scheduled: boolean
}

interface Row {
  article_id: number | null
  page_id: number | null
  redirect_id: number | null
}

/** @param path as `normalizePath` makes it */
export async function findHolder(
  path: string,
  req: PayloadRequest,
): Promise<AddressHolder | undefined> {
  const [row] = await execute<Row>(
    req,
    sql`select article_id, page_id, redirect_id from live_addresses where path = ${path}`,
  )
  if (row?.article_id) return { collection: 'articles', id: row.article_id }
  if (row?.page_id) return { collection: 'pages', id: row.page_id }
  return row?.redirect_id ? { collection: 'redirects', id: row.redirect_id } : undefined
}

/** The same and, where nobody has it yet, an article that is scheduled and will have it at its hour. */
export async function findOwner(
  path: string,
  req: PayloadRequest,
): Promise<(AddressHolder & { scheduled: boolean }) | undefined> {
  const holder = await findHolder(path, req)
  if (holder) return { ...holder, scheduled: false }
  const [row] = await execute<{ document: number }>(
    req,
    sql`select workflow.document::int as document from _articles_v as version
        join workflows as workflow on workflow.document = version.parent_id
          and workflow.kind = 'articles' and workflow.state = 'scheduled'
        where version.version_path = ${path} and version.latest
        order by workflow.scheduled_at limit 1`,
  )
  return row && { collection: 'articles', id: row.document, scheduled: true }
}

/** Who keeps a document from its address, with the title; undefined when it is free, or becomes free for it. */
export async function findRival(
  path: string,
  own: AddressHolder,
  req: PayloadRequest,
): Promise<Rival | undefined> {
  const owner = await findOwner(path, req)
  if (!owner || (owner.collection === own.collection && owner.id === own.id)) return undefined
  const { collection, id, scheduled } = owner
  const draft = scheduled
  const row = await req.payload.findByID({ collection, id, depth: 0, draft, req })
  // What the site made when a document moved gives way.
  if ('automatic' in row && row.automatic) return undefined
  return { ...owner, title: 'title' in row ? row.title : null }
}

/** Until the end of this transaction another that waits for one of these addresses does not go on. */
export async function waitForAddresses(paths: string[], req: PayloadRequest): Promise<void> {
  // In one order, so that two transactions do not wait for each other.
  for (const path of paths.toSorted())
    await execute(req, sql`select pg_advisory_xact_lock(hashtextextended(${path}, 0))`)
}

/** An article or a page, other than `own`, of which this is the path though it is not live: once it is, it takes it. */
export async function findClaimant(
  path: string,
  own: AddressHolder,
  req: PayloadRequest,
): Promise<AddressHolder | undefined> {
  for (const collection of ['articles', 'pages'] as const) {
    const { docs } = await req.payload.find({
      ...{ collection, draft: true, depth: 0, pagination: false, req },
      where: { path: { equals: path } },
    })
    const other = docs.find(({ id }) => collection !== own.collection || id !== own.id)
    if (other) return { collection, id: other.id }
  }
  return undefined
}

/** How an editor knows the holder, such as `the article "Sleeping well"`. */
export async function nameOf(
  { collection, id }: AddressHolder,
  req: PayloadRequest,
): Promise<string> {
  if (collection === 'redirects') return 'a redirect'
  const { title } = await req.payload.findByID({ collection, id, depth: 0, draft: true, req })
  return `the ${collection === 'articles' ? 'article' : 'page'} "${title}"`
}
