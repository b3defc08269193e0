// Finds the live article, live page or redirect that has a public address now, or will. The database keeps the table, with one row for each.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { candidates } from '@/domain/addresses/madeAddress'
import { articlePath } from '@/domain/addresses/paths'
import { execute } from '../database/sql'

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

/** The same and, where no row has it yet, an article that is scheduled and will have it at its hour. */
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

/** The other document that has the address, with its title; undefined when it is free, or becomes free for it. */
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
      collection,
      draft: true,
      depth: 0,
      pagination: false,
      req,
      where: { path: { equals: path } },
    })
    const other = docs.find(({ id }) => collection !== own.collection || id !== own.id)
    if (other) return { collection, id: other.id }
  }
  return undefined
}

/** Addresses that live documents, redirects or withdrawn articles have, or that working versions are to have. */
async function takenAmong(
  paths: string[],
  { collection, id = 0 }: Partial<AddressHolder>,
  req: PayloadRequest,
): Promise<Set<string>> {
  const asked = sql`(select value from json_array_elements_text(${JSON.stringify(paths)}::json))`
  const [article, page] = collection === 'articles' ? [id, 0] : [0, id]
  const rows = await execute<{ path: string }>(
    req,
    sql`select path from live_addresses left join redirects on redirects.id = redirect_id
          where path in ${asked} and live_addresses.article_id is distinct from ${article}
            and page_id is distinct from ${page}
            and redirects.article_id is distinct from ${article}
        union all
        select version_path from _articles_v
          where version_path in ${asked} and latest and parent_id <> ${article}
        union all
        select version_path from _pages_v
          where version_path in ${asked} and latest and parent_id <> ${page}
        union all
        select withdrawn_path from workflows
          where withdrawn_path in ${asked} and kind = 'articles' and document <> ${article}`,
  )
  return new Set(rows.map(({ path }) => path))
}

/**
 * The first address made of the words that is free; until the end of the transaction no other transaction can take it.
 * @param fits whether it may be an address at all: a title can be a word of the site's own
 */
export async function findFree(
  words: string,
  own: Partial<AddressHolder>,
  fits: (path: string) => boolean,
  req: PayloadRequest,
): Promise<string> {
  await waitForAddresses([articlePath(words)], req)
  for (let from = 0; ; from++) {
    const paths = candidates(words, from).map(articlePath).filter(fits)
    const taken = await takenAmong(paths, own, req)
    const free = paths.find((path) => !taken.has(path))
    if (free) return free
  }
}

/** How an editor knows the holder, such as `the article "Sleeping well"`. */
export async function describeHolder(
  { collection, id }: AddressHolder,
  req: PayloadRequest,
): Promise<string> {
  if (collection === 'redirects') return 'a redirect'
  const { title } = await req.payload.findByID({ collection, id, depth: 0, draft: true, req })
  return `the ${collection === 'articles' ? 'article' : 'page'} "${title}"`
}
