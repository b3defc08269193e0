// Checks the address of a request to the REST interface before any look-up: it must be readable and able to name a row.
import { isTextDeeperThan, MAX_JSON_DEPTH } from '../http/jsonDepth'
import { isRowId } from '../values/rowId'
import { isStorable } from '../text/typedText'

export type AddressIssue =
  /** Holds what is no text; `part` is `path` or the name of a query parameter. */
  | { code: 'unreadable'; part: string }
  /** An id that no row can have. */
  | { code: 'noSuchRow' }

/** Payload reads an id as far as its digits go: of `12abc` it would take 12. */
const beginsAsNumber = (segment: string): boolean => /^[-+.\d\s]/.test(segment)

/** Under these a name follows, and no id. */
const NAMED = ['payload-preferences']

function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text)
    return isStorable(plain) ? plain : undefined
  } catch {
    return undefined
  }
}

/** A filter may be given as JSON instead of in brackets. */
function isFilter(text: string): boolean {
  if (isTextDeeperThan(MAX_JSON_DEPTH, text)) return false
  try {
    const filter: unknown = JSON.parse(text)
    return typeof filter === 'object' && filter !== null && !Array.isArray(filter)
  } catch {
    return false
  }
}

/** @param segments of the path after `/api`, as they are in the address; the first names a collection */
export function addressIssue(
  segments: readonly string[],
  query: URLSearchParams,
): AddressIssue | undefined {
  const names = segments.map(decoded)
  if (names.some((name) => name === undefined)) return { code: 'unreadable', part: 'path' }
  for (const [name, value] of query) {
    const [key] = name.split('\0')
    const isReadable = isStorable(name + value) && (name !== 'where' || isFilter(value))
    if (!isReadable) return { code: 'unreadable', part: key || 'query' }
  }
  const [collection = '', ...rest] = names.filter((name) => name !== undefined)
  const wrong = rest.some((name) => beginsAsNumber(name) && !isRowId(name))
  return wrong && !NAMED.includes(collection) ? { code: 'noSuchRow' } : undefined
}
