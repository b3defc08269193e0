// Refuses a filter that Payload would pass over: it would find every row, and a bulk edit or deletion would then reach them all.
import {
  APIError,
  type CollectionSlug,
  type FlattenedField,
  type Operator,
  type Payload,
} from 'payload'
import { validOperatorSet } from 'payload/shared'
import { isData } from '@/domain/values/isData'

/** What the database of this site has no operator for. */
const UNKNOWN = ['near', 'within', 'intersects', 'all']

/** Compared with one text; Payload takes a list of them apart as if it were one. */
const OF_TEXT = ['like', 'not_like']

const isComparison = ([name, value]: [string, unknown]): boolean =>
  validOperatorSet.has(name as Operator) &&
  !UNKNOWN.includes(name) &&
  !(OF_TEXT.includes(name) && typeof value === 'object')

/** Into these no filter looks: what they hold is no column, or is in rows of another collection. */
const CLOSED: readonly FlattenedField['type'][] = ['richText', 'json', 'join']

/** They look for words, and a moment has none: of what is no moment, Payload makes a statement that Postgres cannot read. */
const OF_WORDS = ['contains', ...OF_TEXT]

/**
 * Whether a path of a filter, such as `article.body.root`, goes on inside a field that is closed to it, or ends in one that
 * cannot be compared so.
 * @param operators what the condition at the path compares with
 */
export function entersClosedField(
  path: readonly string[],
  fields: readonly FlattenedField[],
  { collections }: Pick<Payload, 'collections'>,
  operators: readonly string[] = [],
): boolean {
  const [first, ...rest] = path
  const field = fields.find(({ name }) => name === first)
  if (!field) return false
  if (rest.length === 0)
    return field.type === 'date' && operators.some((name) => OF_WORDS.includes(name))
  if (CLOSED.includes(field.type)) return true
  if ('flattenedFields' in field)
    return entersClosedField(rest, field.flattenedFields, { collections }, operators)
  const isOne = 'relationTo' in field && typeof field.relationTo === 'string'
  const there = isOne ? collections[field.relationTo as CollectionSlug] : undefined
  return (
    there !== undefined &&
    entersClosedField(rest, there.config.flattenedFields, { collections }, operators)
  )
}

type IsClosed = (path: string, operators: readonly string[]) => boolean

/** The path of the first condition that says nothing, such as `and.0`; undefined when there is none. */
function emptyCondition(where: unknown, path: string, isClosed: IsClosed): string | undefined {
  if (!isData(where)) return path
  for (const [name, condition] of Object.entries(where)) {
    const at = path ? `${path}.${name}` : name
    if (['and', 'or'].includes(name.toLowerCase())) {
      if (!Array.isArray(condition)) return at
      for (const [index, inner] of condition.entries()) {
        const found = emptyCondition(inner, `${at}.${index}`, isClosed)
        if (found !== undefined) return found
      }
    } else if (
      !isData(condition) ||
      !Object.entries(condition).every(isComparison) ||
      isClosed(name, Object.keys(condition))
    )
      return at
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
 * @param isClosed whether a path is one that no filter may take
 * @param writes a filter without any condition means every row: a list may have it, a bulk operation may not
 * @throws an error that is answered with 400 and names the condition
 */
export function requireFilter(where: unknown, writes: boolean, isClosed: IsClosed): void {
  if (where === undefined || where === null) return
  const at =
    emptyCondition(where, '', isClosed) ?? (writes && selectsNothing(where) ? '' : undefined)
  if (at === undefined) return
  const path = ['where', at].filter(Boolean).join('.')
  const data = { errors: [{ path, message: 'is no condition.' }] }
  throw new APIError(`${path}: is no condition of a filter.`, 400, data, true)
}
