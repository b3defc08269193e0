// What an event does to what readers get: the working version goes live with what is new in it, or the live one goes.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rehomeItemsOf } from '@/cms/hooks/keepHomes'
import { execute } from '@/cms/sql'
import { carriedLive } from '@/domain/workflow/apply'
import type { Kind } from '@/domain/workflow/subject'
import { writeRow, type WorkflowRow } from './rows'

/** Through Payload, so that everything that hangs on a publication happens: dates, addresses, homes. */
async function write({ kind, id }: WorkflowRow, req: PayloadRequest): Promise<void> {
  const data = { _status: 'published' } as const
  await req.payload.update({ collection: kind, id, data, draft: false, depth: 0, req })
}

/** The rows of the workflow say so already: the database refuses a live row that they do not know of. */
export async function goLive(
  row: WorkflowRow,
  carried: WorkflowRow[],
  req: PayloadRequest,
): Promise<void> {
  for (const part of carried) {
    await writeRow(part, carriedLive(part), req)
    await write(part, req)
  }
  await write(row, req)
}

const VERSIONS: Record<Kind, string> = {
  articles: '_articles_v',
  'faq-items': '_faq_items_v',
  'read-also-links': '_read_also_links_v',
}

/**
 * Takes the live row away and nothing else: a save through Payload would put the working version in its place. The row
 * keeps the text that was live, for a page that stays under a notice.
 */
export async function leave({ kind, id }: WorkflowRow, req: PayloadRequest): Promise<void> {
  const data = { _status: 'draft' }
  await req.payload.db.updateOne({ collection: kind, id, data, req, returning: false })
  const versions = sql.identifier(VERSIONS[kind])
  await execute(
    req,
    sql`update ${versions} set version__status = 'draft' where parent_id = ${id} and latest`,
  )
  if (kind === 'articles') await rehomeItemsOf(id, req)
}

/** Where readers find the live article. */
export async function livePath({ kind, id }: WorkflowRow, req: PayloadRequest) {
  if (kind !== 'articles') return null
  const found = await execute<{ path: string | null }>(
    req,
    sql`select path from articles where id = ${id}`,
  )
  return found[0]?.path ?? null
}

/** The addresses that the document has once it is published as it is; none for what has none. */
export async function workingPaths({ kind, id }: WorkflowRow, req: PayloadRequest) {
  if (kind !== 'articles') return []
  const found = await execute<{ path: string | null }>(
    req,
    sql`select version_path as path from _articles_v where parent_id = ${id} and latest`,
  )
  return found.flatMap(({ path }) => path ?? [])
}
