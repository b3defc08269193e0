// Bounds every read, so that no request reads a whole table at once: Payload takes a limit of 0, or no pages, for "all of it".
import {
  validateQueryPaths,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Where,
} from 'payload'
import { noteOne, noteTrash } from '@/cms/access/trash'
import { entersClosedField, requireFilter } from './checkFilter'

/** Rows of one answer, and of one join within it. */
const MAX_ROWS = 500

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0

const bounded = (limit: unknown): number => (isCount(limit) ? Math.min(limit, MAX_ROWS) : MAX_ROWS)

interface Reading {
  draft?: boolean
  joins?: Record<string, { limit?: unknown } | false> | false
  limit?: unknown
  overrideAccess?: boolean
  page?: unknown
  pagination?: boolean
  trash?: boolean
  where?: Where
}

const READING = ['read', 'count', 'findVersions']
const WRITING = ['update', 'delete']

/** Whatever is left out stays Payload's default of ten. */
const boundRead: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { draft, joins, limit, overrideAccess, page, pagination, trash, where } = args as Reading
  const writes = WRITING.includes(operation)
  if (req.payloadAPI !== 'local') {
    const fields = collection.flattenedFields
    // Of a version the document's fields stand under this name.
    const isClosed = (path: string, operators: readonly string[]) =>
      entersClosedField(path.replace(/^version\./, '').split('.'), fields, req.payload, operators)
    requireFilter(where, writes, isClosed)
  }
  noteOne(collection.slug, operation, args as object, req)
  if (!writes && !READING.includes(operation)) return args
  noteTrash(collection.slug, trash === true, req)
  // Adds to a filter through a relation that the other row is one to be read; of drafts Payload adds it to a copy (3.90).
  if (draft && where && !overrideAccess)
    await validateQueryPaths({ collectionConfig: collection, overrideAccess: false, req, where })
  if (writes || req.payloadAPI === 'local') return args
  return {
    ...args,
    ...(limit !== undefined || pagination === false ? { limit: bounded(limit) } : {}),
    ...(page !== undefined && !isCount(page) ? { page: 1 } : {}),
    ...(joins ? { joins: boundedJoins(joins) } : {}),
  }
}

const boundedJoins = (joins: Exclude<Reading['joins'], false | undefined>) =>
  Object.fromEntries(
    Object.entries(joins).map(([name, join]) => [
      name,
      join && join.limit !== undefined ? { ...join, limit: bounded(join.limit) } : join,
    ]),
  )

/** Adds the bounds to a collection. */
export const boundReads = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [boundRead, ...(config.hooks?.beforeOperation ?? [])],
  },
})
