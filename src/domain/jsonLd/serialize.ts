// Writes an object as the text of a <script> element: the one place that escapes.

import { readableJson } from '../text/characters'

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON that cannot end or comment out the script that contains it (every `<` is escaped, HTML Living Standard,
 * "Restrictions for contents of script elements") and that older JavaScript parsers read too (U+2028, U+2029).
 * Undefined members are left out.
 */
export const serializeJsonLd = (value: object): string =>
  readableJson(value).replace(/[<\u2028\u2029]/g, (character) => ESCAPES[character] ?? '')
