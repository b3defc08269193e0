// Checks and cleans the characters of a text: one rule for everything that comes in and everything that goes out.

/**
 * XML 1.0 has no place for controls but tab and line ends (2.2, `Char`), HTML none for noncharacters either, and Postgres
 * none for NUL and for half of a surrogate pair.
 */
const UNREADABLE = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u

const ALL_UNREADABLE = new RegExp(UNREADABLE, 'gu')

/** What word processors put for a line break beside CR and LF: U+000B, U+000C, U+0085, U+2028, U+2029. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Embeddings, overrides and isolates: what changes the direction of more than itself (Unicode, UAX 9). */
const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`

const firstOf = (text: string, what: RegExp): string | undefined => {
  const [found] = what.exec(text) ?? []
  return found === undefined ? undefined : codePoint(found)
}

/** The first character that no text may hold, such as `U+0001`; undefined when there is none. */
export const unreadableCharacter = (text: string): string | undefined => firstOf(text, UNREADABLE)

/** The same for a name, which is shown in the middle of other people's sentences and may not reverse their direction. */
export const unreadableInName = (text: string): string | undefined =>
  unreadableCharacter(text) ?? firstOf(text, TURNS_DIRECTION)

/** A text parted where a word processor breaks its lines; LF alone parts nothing. */
export const lines = (text: string): string[] => text.split(LINE_BREAK)

/** A text of several lines as it was typed or pasted, with LF at the end of each line. */
export const onLines = (text: string): string => lines(text).join('\n')

/** The same for a text of one line. */
export const onOneLine = (text: string): string => onLines(text).replace(/[\t\n]+/g, ' ')

/** Nothing unreadable goes out, whatever was stored before there was a rule: a break becomes a space, the rest is left out. */
export const readable = (text: string): string =>
  UNREADABLE.test(text) ? text.replace(/[\v\f\u0085]/g, ' ').replace(ALL_UNREADABLE, '') : text

/** JSON of which the same holds, keys aside. */
export const readableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? readable(inner) : inner,
  )
