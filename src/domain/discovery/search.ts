// Tidies the words of a search, picks the searches worth storing, and marks the words found in the texts that are shown.
import { LIMITS } from '../access/limits'

/** The words of a search: one space between them, no more characters than allowed, nothing that is no text. */
export const searchWords = (asked: string | null): string =>
  (asked ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.search)
    .trim()

/**
 * The words of a search without a result that are stored, in lower case. Null for words that tell an editor nothing, or
 * may tell something about the reader: an address, a number as long as a telephone's.
 */
export function storedWords(words: string): string | null {
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

/** A part of a text, from its first character to before its last. */
interface Span {
  from: number
  to: number
  /** As the search compares it. */
  word: string
}

const WORDS = /[\p{L}\p{M}\p{N}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu

/** As the function plain_words (migrations) leaves a word. */
const IGNORED =
  /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?=\p{M})(\p{Script=Inherited}|\p{Script=Hebrew})|\u0640/gu
const compared = (word: string): string =>
  word.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replace(IGNORED, '')

/** Of scripts without spaces the search knows pairs of letters (search_text in the migrations), which stand inside a word. */
function pairsIn(word: string, from: number, found: ReadonlySet<string>): Span[] {
  const letters = [...word]
  let at = from
  return letters.flatMap((letter, index) => {
    const pair = letter + (letters[index + 1] ?? '')
    const span = { from: at, to: at + pair.length, word: pair }
    at += letter.length
    return found.has(pair) ? [span] : []
  })
}

/** @param found the words that the search says it found */
function foundIn(text: string, found: ReadonlySet<string>): Span[] {
  if (found.size === 0) return []
  return [...text.matchAll(WORDS)].flatMap(({ 0: written, index }) => {
    const word = compared(written)
    return found.has(word)
      ? [{ from: index, to: index + written.length, word }]
      : pairsIn(written, index, found)
  })
}

/** The text with the words that were found marked in it. Nothing of the text is lost. */
export function marked(text: string, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const add = (to: number, isFound: boolean) => {
    if (to <= done) return
    const piece = text.slice(done, to)
    const last = pieces.at(-1)
    if (last?.found === isFound) last.text += piece
    else pieces.push({ text: piece, found: isFound })
    done = to
  }
  for (const { from, to } of foundIn(text, found)) {
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return pieces
}

/** In characters: two lines of a result. */
const STRETCH = 160
const MAX_STRETCHES = 2
/** How much of the text before a word is shown with it. */
const LEAD = 40
/** A word may be in a text thousands of times; its first places are enough to choose from. */
const MAX_CHOICES = 300

const ENDS_SENTENCE = /[.!?…。！？।؟\n]["'”’»」)]*\s*$/u

interface Stretch {
  from: number
  to: number
}

/** Begins and ends between words where a space is near; else, as in a script without spaces, where it is asked to. */
function passageAt(text: string, place: number): Stretch {
  const before = text.slice(Math.max(0, place - LEAD), place)
  const opening = place <= LEAD ? 0 : before.search(/\s\S/) + 1
  const from = place - before.length + opening
  const after = text.slice(from, from + STRETCH)
  const isWhole = from + STRETCH >= text.length
  const ending = isWhole ? after.length : /\s\S*$/.exec(after)?.index
  return { from, to: from + (ending !== undefined && ending > LEAD ? ending : after.length) }
}

/** The stretches that show the most different words of what was found, in their order; the first one when nothing was. */
function passages(text: string, spans: readonly Span[]): Stretch[] {
  const chosen: Stretch[] = []
  const shown = new Set<string>()
  const wordsIn = ({ from, to }: Stretch) => [
    ...new Set(spans.filter((span) => span.from >= from && span.to <= to).map(({ word }) => word)),
  ]
  const choices = spans.map((span) => {
    const passage = passageAt(text, span.from)
    return { passage: passage, words: wordsIn(passage) }
  })
  while (chosen.length < MAX_STRETCHES) {
    const gains = choices
      .filter(({ passage: passage }) =>
        chosen.every(({ from, to }) => passage.to <= from || passage.from >= to),
      )
      .map(({ passage: passage, words }) => ({
        passage: passage,
        words,
        gain: words.filter((word) => !shown.has(word)).length,
      }))
    const best = gains.reduce<(typeof gains)[number] | undefined>(
      (most, choice) => (choice.gain > (most?.gain ?? 0) ? choice : most),
      undefined,
    )
    if (!best) break
    chosen.push(best.passage)
    for (const word of best.words) shown.add(word)
  }
  return chosen.length === 0 ? [passageAt(text, 0)] : chosen.sort((a, b) => a.from - b.from)
}

/** The part of a text that says most of what was found; one that begins or ends inside a sentence says so. */
export function passage(text: string, found: ReadonlySet<string>): Piece[] {
  const spans = foundIn(text, found).slice(0, MAX_CHOICES)
  const pieces: Piece[] = passages(text, spans).flatMap(({ from, to }, index) => {
    const isStart = from === 0 || ENDS_SENTENCE.test(text.slice(0, from).slice(-LEAD))
    const isEnd = to === text.length || ENDS_SENTENCE.test(text.slice(0, to + 1).slice(-LEAD))
    return [
      { text: index > 0 || isStart ? '' : '… ', found: false },
      ...marked(text.slice(from, to), found),
      { text: isEnd ? ' ' : ' … ', found: false },
    ]
  })
  const last = pieces.at(-1)
  if (last) last.text = last.text.trimEnd()
  return pieces.filter((piece) => piece.text !== '')
}
