// Who has a public address now: a live article, a live page or a redirect. The database keeps the table, with one row for each.
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

/** How an editor knows the holder, such as `the article "Sleeping well"`. */
export async function nameOf(
  { collection, id }: AddressHolder,
  req: PayloadRequest,
): Promise<string> {
  if (collection === 'redirects') return 'a redirect'
  const { title } = await req.payload.findByID({ collection, id, depth: 0, req })
  return `the ${collection === 'articles' ? 'article' : 'page'} "${title}"`
}
