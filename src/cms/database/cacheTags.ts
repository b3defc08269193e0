// States for every write of content the tags that it changes, in its own transaction: what was rolled back stated nothing.
//
// It is done where Payload's operations, hooks and jobs all end, in the adapter: so it holds for the panel, REST, the
// events of the workflow, the schedule, the importer and for the writes of our own that pass no hook. A statement in SQL
// that changes content must state its facts itself: `insert into changed_facts (fact) values (…)`.
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj, PayloadRequest, SelectType, Where } from 'payload'
import { executeOn } from '@/cms/database/sql'
import { changedTags } from '@/domain/cacheTags/changedTags'
import { isGlobal, isStored, type Stored } from '@/domain/cacheTags/cacheTags'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import type { Row } from '@/domain/cacheTags/rowChange'

type Request = Partial<PayloadRequest>

/** What the arguments of the adapter's writing methods have in common. */
interface Write {
  /** Of a collection. */
  collection?: string
  id?: number
  where?: Where
  /** Of a global. */
  slug?: string
  req?: Request
  returning?: boolean
}

type Method = (args: Write) => Promise<unknown>

const METHODS = [
  ...(['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany'] as const),
  ...(['createGlobal', 'updateGlobal'] as const),
]

/** Rows that are large, and written with every save of a draft: only what readers may get of them. */
const SELECT: Partial<Record<Stored, SelectType>> = {
  workflows: { withdrawnPath: true, withdrawal: true },
}

/** Every row. */
const ALL = { pagination: false, limit: 0, ...WITHOUT_JOINS }

/** Adds the statement of tags to a database adapter. */
export const stateCacheTags = (
  adapter: DatabaseAdapterObj<PostgresAdapter>,
): DatabaseAdapterObj<PostgresAdapter> => ({
  ...adapter,
  init(args) {
    const db = adapter.init(args)
    for (const name of METHODS) {
      const method = db[name].bind(db) as Method
      const stating: Method = (write) => {
        const stored = write.collection ?? write.slug ?? ''
        return isStored(stored) ? stateAround(db, stored, write, method) : method(write)
      }
      Object.assign(db, { [name]: stating })
    }
    return db
  },
})

async function stateAround(
  db: PostgresAdapter,
  stored: Stored,
  write: Write,
  method: Method,
): Promise<unknown> {
  return inTransaction(db, write.req, async (req) => {
    const ids = await findIds(db, stored, { ...write, req })
    await lock(db, stored, ids, req)
    const before = await findRows(db, stored, ids, req)
    const result = await method({ ...write, req, ...(ids.length === 0 && { returning: true }) })
    const after = await findRows(db, stored, [...ids, ...newIds(result, ids)], req)
    const touched = [...new Set([...before.keys(), ...after.keys()])]
    const tags = touched.flatMap((id) => changedTags(stored, before.get(id), after.get(id)))
    await state(db, req, new Set(tags))
    return result
  })
}

/** In the transaction of the request, or in one of its own. */
async function inTransaction<Result>(
  db: PostgresAdapter,
  req: Request = {},
  write: (req: Request) => Promise<Result>,
): Promise<Result> {
  const given = await req.transactionID
  if (given && db.sessions[given]) return write(req)
  const transactionID = await db.beginTransaction()
  if (!transactionID) throw new Error('The database began no transaction.')
  try {
    const result = await write({ ...req, transactionID })
    await db.commitTransaction(transactionID)
    return result
  } catch (error) {
    await db.rollbackTransaction(transactionID)
    throw error
  }
}

async function findIds(
  db: PostgresAdapter,
  stored: Stored,
  { id, where, req }: Write,
): Promise<number[]> {
  if (id !== undefined) return [Number(id)]
  if (!where || isGlobal(stored)) return []
  const found = { collection: stored, where, select: {}, req }
  const { docs } = await db.find<{ id: number }>({ ...found, ...ALL })
  return docs.map((row) => row.id)
}

const newIds = (result: unknown, known: readonly number[]): number[] => {
  const { id } = (result ?? {}) as { id?: unknown }
  return typeof id === 'number' && !known.includes(id) ? [id] : []
}

/** What is read here stays as it is until the write: of two that come together, the second sees what the first one did. */
async function lock(
  db: PostgresAdapter,
  stored: Stored,
  ids: readonly number[],
  req: Request,
): Promise<void> {
  const table = sql.identifier(stored.replaceAll('-', '_'))
  if (isGlobal(stored)) await executeOn(db, req, sql`select from ${table} for no key update`)
  if (ids.length === 0) return
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  await executeOn(
    db,
    req,
    sql`select from ${table} where id in (${list}) order by id for no key update`,
  )
}

async function findRows(
  db: PostgresAdapter,
  stored: Stored,
  ids: readonly number[],
  req: Request,
): Promise<Map<number, Row>> {
  if (isGlobal(stored)) {
    const row = await db.findGlobal<Row>({ slug: stored, req })
    return new Map(row.id ? [[Number(row.id), row]] : [])
  }
  if (ids.length === 0) return new Map()
  const found = { collection: stored, where: { id: { in: ids } }, select: SELECT[stored], req }
  const { docs } = await db.find<Row & { id: number }>({ ...found, ...ALL })
  return new Map(docs.map((row) => [row.id, row]))
}

async function state(db: PostgresAdapter, req: Request, tags: Set<string>): Promise<void> {
  if (tags.size === 0) return
  const values = sql.join(
    [...tags].map((tag) => sql`(${tag})`),
    sql`, `,
  )
  await executeOn(db, req, sql`insert into changed_facts (fact) values ${values}`)
}
