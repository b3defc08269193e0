// A filter says what it means: one that Payload would pass over finds every row, and a bulk edit or deletion would then reach them all.
import { APIError, type Operator } from 'payload'
import { validOperatorSet } from 'payload/shared'
import { isData } from '@/domain/isData'

/** What the database of this site has no operator for. */
const UNKNOWN = ['near', 'within', 'intersects', 'all']

/** Compared with one text; Payload takes a list of them apart as if it were one. */
const OF_TEXT = ['like', 'not_like']

const isComparison = ([name, value]: [string, unknown]): boolean =>
  validOperatorSet.has(name as Operator) &&
  !UNKNOWN.includes(name) &&
  !(OF_TEXT.includes(name) && typeof value === 'object')

/** The path of the first condition that says nothing, such as `and.0`; undefined when there is none. */
function emptyCondition(where: unknown, path: string): string | undefined {
  if (!isData(where)) return path
  for (const [name, condition] of Object.entries(where)) {
    const at = path ? `${path}.${name}` : name
    if (['and', 'or'].includes(name.toLowerCase())) {
      if (!Array.isArray(condition)) return at
      for (const [index, inner] of condition.entries()) {
        const found = emptyCondition(inner, `${at}.${index}`)
        if (found !== undefined) return found
      }
    } else if (!isData(condition) || !Object.entries(condition).every(isComparison)) return at
  }
  return undefined
}

const selectsNothing = (where: unknown): boolean =>
  isData(where) &&
  Object.entries(where).every(([name, condition]) =>
    ['and', 'or'].includes(name.toLowerCase()) && Array.isArray(condition)
      ? condition.every(selectsNothing)
      : isData(condition) && Object.keys(condition).length === 0,
  )

/**
 * @param writes a filter without any condition means every row: a list may have it, a bulk operation may not
 * @throws an error that is answered with 400 and names the condition
 */
export function requireFilter(where: unknown, writes: boolean): void {
  if (where === undefined || where === null) return
  const at = emptyCondition(where, '') ?? (writes && selectsNothing(where) ? '' : undefined)
  if (at === undefined) return
  const path = ['where', at].filter(Boolean).join('.')
  const data = { errors: [{ path, message: 'is no condition.' }] }
  throw new APIError(`${path}: is no condition of a filter.`, 400, data, true)
}
