// Reduces a text to how its words look, whatever signs a word processor, web page or keyboard put between them.

/** Signs that are not seen: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

/** Every kind of dash and hyphen, every apostrophe, every colon as the plain one. */
const PLAIN: readonly [RegExp, string][] = [
  [/[\u2010-\u2012\u2212\ufe58\ufe63\uff0d]/u, '-'],
  [/[\u2018\u2019\u201b\u02bc\u2032\uff07]/u, "'"],
  [/[\u02d0\u2236\ufe13\ufe55\uff1a]/u, ':'],
  [/[\uff1f]/u, '?'],
  [/[\uff06]/u, '&'],
  [/\s/u, ' '],
]

/** The text so made, and for each of its characters, and its end, the offset in the text that it was made from. */
export interface Visible {
  text: string
  offsets: number[]
}

export function visible(source: string): Visible {
  let text = ''
  const offsets: number[] = []
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (UNSEEN.test(sign)) continue
    text += PLAIN.find(([pattern]) => pattern.test(sign))?.[1] ?? sign
    offsets.push(at)
  }
  offsets.push(source.length)
  return { text, offsets }
}

/** Words that can be looked up: without emphasis, quotes, signs and numbers around them, with single blanks between. */
export const readVisibleWords = (source: string): string =>
  visible(source)
    .text.replace(/[*_`"“”„«»‹›]+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d{1,3}[.)]\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
