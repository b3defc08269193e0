// Measures how deeply JSON is nested: text deeper than anything meant is refused before any other code goes through it.

/** A list in a list in a table takes some forty; every step of ours and of our libraries goes this deep. */
export const MAX_JSON_DEPTH = 200

/**
 * Whether brackets are nested deeper than `max` in a text that is, or claims to be, JSON. Looks at each character once,
 * whatever the text is.
 */
export function isTextDeeperThan(max: number, text: string): boolean {
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isQuoted) {
      if (character === '\\') at++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === '[' || character === '{') {
      if (++depth > max) return true
    } else if (character === ']' || character === '}') depth--
  }
  return false
}

const containersIn = (values: unknown[]): object[] =>
  values.filter((value) => typeof value === 'object' && value !== null)

/** The same of a value that was read already. */
export function isValueDeeperThan(max: number, value: unknown): boolean {
  let level = containersIn([value])
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > max) return true
    level = containersIn(level.flatMap((container): unknown[] => Object.values(container)))
  }
  return false
}
