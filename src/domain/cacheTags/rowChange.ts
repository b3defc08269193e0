// Compares a stored row before and after a change, and picks out what differs.

/** A stored row as Payload's database gives it, relations as ids. */
export type Row = Record<string, unknown>

export interface Change {
  before: Row | undefined
  after: Row | undefined
}

/** For editors and programs alone: a page that showed one of these would not notice its change. */
export const INTERNAL = [
  'updatedAt',
  'createdAt',
  'titleKey',
  'questionKey',
  'savedBy',
  'pathIsFixed',
  'slugIsFixed',
  'hits',
  'lastHitAt',
  'expertReview',
]

/** Payload gives a text as id to each row of an array and each block; these show nowhere. */
const isShown = ([key, value]: [string, unknown]): boolean =>
  !(key === 'id' && typeof value === 'string')

/**
 * A JSON value with its keys in one order; a missing value is null. An empty one is not, unlike in addresses/canonical: a
 * program may be told of the difference.
 */
const withSortedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(isShown)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, withSortedKeys(inner)]),
  )
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(withSortedKeys(a)) === JSON.stringify(withSortedKeys(b))

/**
 * Whether one of the fields differs, or the row came or went.
 * @param fields all but the internal ones when left out
 */
export const differs = ({ before, after }: Change, fields?: readonly string[]): boolean => {
  if (!before || !after) return before !== after
  const all = new Set([...Object.keys(before), ...Object.keys(after)])
  const looked = fields ?? [...all].filter((field) => !INTERNAL.includes(field))
  return looked.some((field) => !same(before[field], after[field]))
}

/** The row as it was and as it is, as far as there was and is one. */
export const rows = ({ before, after }: Change): Row[] =>
  [before, after].filter((row) => row !== undefined)

export const storedId = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined

/** The ids in a relation, to one or to many. */
export const storedIds = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).flatMap((inner) => storedId(inner) ?? [])

/** The values that a field has, before or after. */
export const values = (change: Change, field: string): string[] =>
  rows(change).flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : []))

/** The change as seen by a reader who sees a row only while `keep` holds of it. */
export const only = (change: Change, keep: (row: Row) => boolean): Change => ({
  before: change.before && keep(change.before) ? change.before : undefined,
  after: change.after && keep(change.after) ? change.after : undefined,
})

const isThere = (row: Row): boolean => row.deletedAt === null || row.deletedAt === undefined

/** Readers get it. */
export const isLive = (row: Row): boolean => row._status === 'published' && isThere(row)
/** What was published once stays stored when it is withdrawn, and may be shown under a notice. */
export const isKept = (row: Row): boolean => Boolean(row.publishedAt) && isThere(row)

/** Those that a relation gains or loses, also when the row comes or goes. */
export function changedRelations({ before, after }: Change, field: string): number[] {
  const [had, has] = [storedIds(before?.[field]), storedIds(after?.[field])]
  return [...had, ...has].filter((id) => !(had.includes(id) && has.includes(id)))
}
