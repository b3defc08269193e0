// Applies an event to what readers get: the working version goes live with what is new in it, or the live one goes.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rehomeItemsOf } from '@/cms/workflow/live/deriveHomes'
import { findSourceDates, setCarriedDates, type SourceDates } from '@/cms/records/sourceDates'
import { execute } from '@/cms/database/sql'
import { bundledLive } from '@/domain/workflow/events/apply'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import type { Id, Kind } from '@/domain/workflow/subject'
import { writeRow, type WorkflowRow } from '../../records/rows'

type Data = Record<string, unknown> & { id: number }

/** Through Payload, so that everything that hangs on a publication happens: dates, addresses, homes. */
async function publishDocument({ kind, id }: WorkflowRow, req: PayloadRequest): Promise<void> {
  const data = { _status: 'published' } as const
  await req.payload.update({ collection: kind, id, data, draft: false, depth: 0, req })
}

/**
 * The rows of the workflow say so already: the database refuses a live row that they do not know of.
 * @param dates of the source that it comes from; those of an imported article are known
 */
export async function goLive(
  row: WorkflowRow,
  bundle: WorkflowRow[],
  req: PayloadRequest,
  dates?: SourceDates,
): Promise<void> {
  const ofArticle = row.kind === 'articles' ? await findSourceDates(row.id, req) : undefined
  setCarriedDates(req, dates ?? ofArticle)
  for (const part of bundle) {
    await writeRow(part, bundledLive(part), req)
    await publishDocument(part, req)
  }
  await publishDocument(row, req)
}

const VERSIONS: Record<Kind, string> = {
  articles: '_articles_v',
  'faq-items': '_faq_items_v',
  'read-also-links': '_read_also_links_v',
}

/**
 * Takes the live row away and nothing else: a save through Payload would put the working version in its place. The row
 * still has the text that was live, for a page that stays under a notice.
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

/**
 * Makes what readers get the working version again: a version of its own, on top of the one that is dropped. Of the row that
 * readers get only the date is written, because Payload takes the newest draft that is newer than the row for the working
 * version (`replaceWithDraftIfAvailable`, 3.90).
 */
export async function dropNext(
  { kind, id }: WorkflowRow,
  by: Id | null,
  req: PayloadRequest,
): Promise<void> {
  const where = { id: { equals: id } }
  const shown = await req.payload.db.findOne<Data>({
    collection: kind,
    where,
    req,
    ...WITHOUT_JOINS,
  })
  if (!shown) return
  const now = new Date().toISOString()
  await req.payload.db.createVersion({
    collectionSlug: kind,
    parent: id,
    autosave: false,
    req,
    returning: false,
    createdAt: now,
    updatedAt: now,
    versionData: { ...shown, savedBy: by, updatedAt: now } as never,
  })
  const data = { updatedAt: now }
  await req.payload.db.updateOne({ collection: kind, id, data, req, returning: false })
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
