// The readers' one door to Payload: access is always enforced, drafts are never asked for, relations stay ids.
//
// Inside page() everything comes from one snapshot, and every query says which facts its answer depends on:
//
//   const door = await openDoor()
//   const { docs } = await door.find({ collection: 'topics', where, facts: [fact.path(path)] })
//   if (docs[0]) dependOn(fact.topic(docs[0].id))
//
// State what could make the answer another one, found or not (domain/facts). A query without `facts` depends on
// everything of its collection; a collection that has no facts makes a page that is never stored.
import config from '@payload-config'
import {
  getPayload,
  type CollectionSlug,
  type DataFromCollectionSlug,
  type DataFromGlobalSlug,
  type GlobalSlug,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { fact, isStored } from '@/domain/facts'
import { currentReading, dependOn, keepPrivate } from './reading'

/**
 * `live` is what everybody gets; `working` is an editor's preview and needs a signature that was checked; `noticed` is
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
  facts?: readonly string[]
}

export interface Door {
  find<Slug extends CollectionSlug, Field extends keyof Row<Slug> = keyof Row<Slug>>(
    args: Find<Slug, Field>,
  ): Promise<{ docs: Pick<Row<Slug>, Field | 'id'>[] }>
  findGlobal<Slug extends GlobalSlug>(args: {
    slug: Slug
    facts?: readonly string[]
  }): Promise<DataFromGlobalSlug<Slug>>
}

/** Notes the facts of a query; without any, everything of what is asked. */
function note(slug: string, facts: readonly string[] | undefined): void {
  if (facts) dependOn(...facts)
  else if (isStored(slug)) dependOn(fact.any(slug))
  else keepPrivate()
}

/** A reader's request: nobody is signed in. */
const readersRequest = (payload: Payload): PayloadRequest =>
  ({
    ...{ payload, payloadAPI: 'local', user: null, context: {}, query: {}, headers: new Headers() },
    transactionID: currentReading()?.transactionID,
  }) as unknown as PayloadRequest

/** What the readers' access leaves of a collection; undefined when nothing. */
async function readable(
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

const WORKING = { overrideAccess: true, draft: true, depth: 0, pagination: false } as const

export async function openDoor(view: View = 'live'): Promise<Door> {
  const payload = await getPayload({ config })
  if (view === 'working') keepPrivate()
  const req = readersRequest(payload)
  return {
    async find({ facts, where = {}, ...args }) {
      note(args.collection, facts)
      if (view === 'working')
        return payload.find({ ...args, ...WORKING, where, joins: false, req } as never) as never
      const allowed = await readable(payload, args.collection, view, req)
      if (!allowed) return { docs: [] }
      // The adapter itself: Payload's own find walks through every text for hooks that readers' pages do not have.
      const own: object = { joins: false, pagination: false, limit: 0 }
      const found = { ...own, ...args, where: { and: [where, ...allowed] }, req }
      return payload.db.find(found as never) as never
    },
    async findGlobal({ slug, facts }) {
      note(slug, facts)
      const stored = await payload.db.findGlobal<{ id?: number }>({ slug, req })
      // Before it was first saved a global has its defaults.
      if (stored.id) return stored as never
      return payload.findGlobal({ slug, overrideAccess: false, depth: 0, req }) as never
    },
  }
}
