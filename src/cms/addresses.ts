// Who has a public address now, or will: a live article, a live page or a redirect. The database keeps the table, with one row for each.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from './sql'

export interface AddressHolder {
  collection: 'articles' | 'pages' | 'redirects'
  id: number
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
  const { title } = await req.payload.findByID({ collection, id, depth: 0, req })
  return `the ${collection === 'articles' ? 'article' : 'page'} "${title}"`
}
