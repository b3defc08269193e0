// What a reader searches for, and which searches are worth keeping.
import { LIMITS } from './limits'

/** The words of a search: one space between them, no more characters than allowed, nothing that is no text. */
export const searchWords = (asked: string | null): string =>
  (asked ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.search)
    .trim()

/**
 * What is kept of a search without a result: the words, in lower case. Null for what says nothing to an editor, or may
 * say something of who asked: an address, a number as long as a telephone's.
 */
export function keptWords(words: string): string | null {
  const kept = words.toLowerCase()
  const letters = kept.match(/\p{L}/gu)?.length ?? 0
  const digits = kept.match(/\p{Nd}/gu)?.length ?? 0
  return letters < 3 || digits > 5 || kept.includes('@') ? null : kept
}

/** A piece of a text in which something was found. */
export interface Piece {
  text: string
  found: boolean
}

/** The search puts these two characters round what it found; no text has them (Unicode, private use). */
const FOUND = { begin: '\uE000', end: '\uE001' } as const

/** A text with marks as pieces; marks that do not pair are left out. */
export function pieces(marked: string): Piece[] {
  return marked
    .split(FOUND.begin)
    .flatMap((part, index): Piece[] => {
      const [inside = '', ...outside] = part.split(FOUND.end)
      if (index === 0 || outside.length === 0)
        return [{ text: [inside, ...outside].join(''), found: false }]
      return [
        { text: inside, found: true },
        { text: outside.join(''), found: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

const BEGINS_INSIDE = /^[\uE000\uE001\s]*\p{Ll}/u
const ENDS_INSIDE = /[^.!?…\uE001\s][\uE001\s]*$/u

/** A passage that begins or ends inside a sentence says so. */
export const passage = (marked: string): string =>
  `${BEGINS_INSIDE.test(marked) ? '… ' : ''}${marked}${ENDS_INSIDE.test(marked) ? ' …' : ''}`
