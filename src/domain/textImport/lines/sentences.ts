// Splits a text into sentences, and shortens a text to whole words.
import { ABBREVIATION } from './grammar'

/** Closing punctuation, quotes and brackets after it, white space, and something that can begin a sentence. */
const BREAK = /[.!?…]["'”’»)\]]*(\s+)(?=["'“‘«(\[]?[\p{Lu}\p{N}])/gu

/** The sentences of a running text, without the space between them. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length - (match[1] ?? '').length
    if (ABBREVIATION.test(text.slice(Math.max(from, end - 8), end))) continue
    found.push(text.slice(from, end))
    from = match.index + match[0].length
  }
  if (from < text.length) found.push(text.slice(from))
  return found
}

/** At most `limit` characters of the text, ending with a whole word and "…" where something is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const space = /\s/.test(text[limit - 1] ?? '') ? cut.length : cut.search(/\s\S*$/)
  const words = cut.slice(0, space > 0 ? space : wholeCharacters(cut))
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}

/** A cut must not separate the two halves of a character outside the basic plane. */
const wholeCharacters = (cut: string): number =>
  /[\ud800-\udbff]$/.test(cut) ? cut.length - 1 : cut.length
