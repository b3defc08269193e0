// Asks Payload and the database for what the site shows: live rows with the readers' access, working versions only for
// previews whose signature was checked, relations as ids; and stores what readers leave (remarks, missed searches).
//
// Inside answerPage() everything comes from one snapshot, and every query says which tags its answer depends on:
//
//   const client = await readerClient()
//   const { docs } = await client.find({ collection: 'topics', where, tags: [tagFor.path(path)] })
//   if (docs[0]) addTag(tagFor.topic(docs[0].id))
//
// State what could make the answer another one, found or not (domain/cacheTags). A query without `tags` depends on
// everything of its collection; a collection that has no tags makes a page that is never stored.
import config from '@payload-config'
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import {
  APIError,
  getPayload,
  type CollectionSlug,
  type DataFromCollectionSlug,
  type DataFromGlobalSlug,
  type GlobalSlug,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { tagFor, isStored } from '@/domain/cacheTags/cacheTags'
import { currentReading, addTag, doNotStore } from './reading'

export type SQL = ReturnType<typeof sql>

/**
 * `live` is for every reader; `working` is an editor's preview and needs a signature that was checked; `noticed` is
 * the text of an article that was withdrawn with a notice, and needs that to have been looked up.
 */
export type View = 'live' | 'working' | 'noticed'

type Row<Slug extends CollectionSlug> = DataFromCollectionSlug<Slug>

interface Find<Slug extends CollectionSlug, Field extends keyof Row<Slug>> {
  collection: Slug
  where?: Where
  sort?: string
  /** At most so many rows; all of them when left out. */
  limit?: number
  /** From 1. */
  page?: number
  /** Only these fields; all of them when left out. */
  select?: Record<Field, true>
  /** What the answer depends on. */
  tags?: readonly string[]
}

export interface ReaderClient {
  /** Whether it finds working versions, for an editor. */
  isPreview: boolean
  find<Slug extends CollectionSlug, Field extends keyof Row<Slug> = keyof Row<Slug>>(
    args: Find<Slug, Field>,
  ): Promise<{ docs: Pick<Row<Slug>, Field | 'id'>[] }>
  findGlobal<Slug extends GlobalSlug>(args: {
    slug: Slug
    tags?: readonly string[]
  }): Promise<DataFromGlobalSlug<Slug>>
  /** For long lists: rows by a statement that itself leaves out what readers may not see. */
  rows<Row>(statement: SQL, tags: readonly string[]): Promise<Row[]>
}

/** Makes statements for `rows`; what is put into them stays apart from their text. */
export { sql }

/** Notes the tags of a query; without any, everything of its collection. */
function noteTags(slug: string, tags: readonly string[] | undefined): void {
  if (tags) addTag(...tags)
  else if (isStored(slug)) addTag(tagFor.any(slug))
  else doNotStore()
}

/** A reader's request: without a user. */
const readersRequest = (payload: Payload): PayloadRequest =>
  ({
    payload,
    payloadAPI: 'local',
    user: null,
    context: {},
    query: {},
    headers: new Headers(),
    transactionID: currentReading()?.transactionID,
  }) as unknown as PayloadRequest

/** The conditions under which readers may see a row of a collection; undefined when they may see none. */
async function findReaderAccess(
  payload: Payload,
  collection: CollectionSlug,
  view: View,
  req: PayloadRequest,
): Promise<Where[] | undefined> {
  const { access, trash } = payload.collections[collection].config
  const there: Where[] = trash ? [{ deletedAt: { exists: false } }] : []
  if (view === 'noticed') return there
  const allowed = await access.read({ req })
  if (allowed === false) return undefined
  return allowed === true ? there : [...there, allowed]
}

const defaults = new Map<GlobalSlug, object>()

/** The values of a global before it was first saved: the defaults of its configuration, always the same. */
async function findDefaults(slug: GlobalSlug, payload: Payload, req: PayloadRequest) {
  const known = defaults.get(slug)
  if (known) return known
  const found = await payload.findGlobal({ slug, overrideAccess: false, depth: 0, req })
  if (!('id' in found)) defaults.set(slug, found)
  return found
}

const WORKING = { overrideAccess: true, draft: true, depth: 0, pagination: false } as const

export async function readerClient(view: View = 'live'): Promise<ReaderClient> {
  const payload = await getPayload({ config })
  if (view === 'working') doNotStore()
  const req = readersRequest(payload)
  return {
    isPreview: view === 'working',
    async find({ tags, where = {}, ...args }) {
      noteTags(args.collection, tags)
      if (view === 'working')
        return payload.find({ ...args, ...WORKING, where, joins: false, req } as never) as never
      const allowed = await findReaderAccess(payload, args.collection, view, req)
      if (!allowed) return { docs: [] }
      // The adapter itself: Payload's own find walks through every text for hooks that readers' pages do not have.
      const own: object = { joins: false, pagination: false, limit: 0 }
      const found = { ...own, ...args, where: { and: [where, ...allowed] }, req }
      return payload.db.find(found as never) as never
    },
    async rows<Row>(statement: SQL, tags: readonly string[]) {
      addTag(...tags)
      const { drizzle, sessions } = payload.db as unknown as PostgresAdapter
      const session = sessions[currentReading()?.transactionID ?? '']
      const { rows } = await (session?.db ?? drizzle).execute(statement)
      return rows as Row[]
    },
    async findGlobal({ slug, tags }) {
      noteTags(slug, tags)
      const stored = await payload.db.findGlobal<{ id?: number }>({ slug, req })
      return (stored.id ? stored : await findDefaults(slug, payload, req)) as never
    },
  }
}

const REFUSALS: Record<number, 'closed' | 'tooMany'> = { 404: 'closed', 429: 'tooMany' }

/** What became of a remark: `closed` when its review link shows nothing any more. */
export type RemarkOutcome = 'stored' | 'closed' | 'tooMany'

/** Stores what a guest says on a review link. */
export async function storeRemark(remark: {
  reviewLink: number
  guest: string
  text: string
}): Promise<RemarkOutcome> {
  const payload = await getPayload({ config })
  try {
    // The version and the document are added from the link, on the other side.
    const data = remark as never
    await payload.create({ collection: 'comments', data, overrideAccess: false, depth: 0 })
    return 'stored'
  } catch (error) {
    const refusal = error instanceof APIError ? REFUSALS[error.status] : undefined
    if (!refusal) throw error
    return refusal
  }
}

/** More are no use to an editor; those with the fewest and oldest searches are removed. */
const MAX_MISSED = 10_000

/** Counts a search without a result, outside the page's transaction. */
export async function storeMissedSearch(words: string): Promise<void> {
  const { drizzle } = (await getPayload({ config })).db as unknown as PostgresAdapter
  await drizzle.execute(
    sql`insert into missed_searches (words, hits, last_hit_at) values (${words}, 1, now())
        on conflict (words) do update
          set hits = missed_searches.hits + 1, last_hit_at = excluded.last_hit_at`,
  )
  await drizzle.execute(
    sql`delete from missed_searches where id in (
          select id from missed_searches order by hits desc, last_hit_at desc offset ${MAX_MISSED})`,
  )
}

/**
 * Finds the rows that may be shown, in the order of their ids.
 * @param name makes the tag for what is selected of a row, found or not
 */
export const rowFinder =
  (client: ReaderClient) =>
  async <Row extends { id: number }>(
    collection: CollectionSlug,
    ids: number[],
    name: (id: number) => string,
    select?: Partial<Record<keyof Row, true>>,
  ): Promise<Row[]> => {
    if (ids.length === 0) return []
    const found = { where: { id: { in: ids } }, select, tags: ids.map(name) }
    const { docs } = await client.find({ collection, ...(found as object) })
    return (docs as unknown as Row[]).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  }
