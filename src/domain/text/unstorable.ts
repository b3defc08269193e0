// Finds the text in a JSON value that Postgres cannot store.
import { isStorable } from './typedText'

const inside = (path: string, key: string | number): string => (path ? `${path}.${key}` : `${key}`)

/**
 * The path of the first text or key that holds NUL or half of a surrogate pair, such as `sources.0.title`; a key is named
 * by the path of what holds it. Undefined when all can be stored.
 */
export function unstorablePath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? unstorablePath(inner, inside(path, key)) : path
    if (found !== undefined) return found
  }
  return undefined
}
