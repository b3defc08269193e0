// Brings stored values that show the same into one form, however they were stored.

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The ids that Payload gives to the rows of arrays and blocks are texts, and show nowhere. */
const isShown = ([key, value]: [string, unknown]): boolean =>
  !isEmpty(value) && !(key === 'id' && typeof value === 'string')

/**
 * A JSON value with its keys in one order. Missing, null and empty are one (null); a row that Payload has filled in
 * counts as its id.
 */
export function canonical(value: unknown): unknown {
  if (isEmpty(value)) return null
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object') return value
  const row = value as Record<string, unknown>
  if (typeof row.id === 'number' && 'createdAt' in row) return row.id
  return Object.fromEntries(
    Object.entries(row)
      .filter(isShown)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}

/** True when both show the same. */
export const showsSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))
