// Describes front matter as read from its notation: keys with values, each with its place in the source.
import { isBlank, trimRange, type Line } from '../lines/lines'
import type { FrontMatterFault, ImportIssue } from '../importedArticle'
import { excerpt } from '../messages'
import { Phrase, type Span } from '../lines/phrase'

/** One key. Numbers, dates and `true` stay the texts that the source has for them. */
export interface FrontMatterField {
  key: string
  /** The 1-based line of the key. */
  line: number
  value: FrontMatterValue
}

/** Null where there is no value: nothing, an empty text, `null`, `~`. */
export type FrontMatterValue =
  Phrase | { items: FrontMatterValue[] } | { fields: FrontMatterField[] } | null

/** The part of a source between the marks of its front matter. */
export interface FrontMatterText {
  /**
   * The text there, at the same length. A parser may have put other signs in place of some that mean something in its
   * notation and nothing to the author who typed them.
   */
  text: string
  /** The offset of `text` in the source. */
  start: number
  lines: Line[]
}

export type FrontMatterTree = { fields: FrontMatterField[] } | { issue: ImportIssue }

export const isText = (value: FrontMatterValue): value is Phrase => value instanceof Phrase

/**
 * The text between two offsets of the source, as one running text: its own words where `meant` is what is written
 * there, line breaks aside; else `meant`, which escapes and the like stand for. Null when that is blank.
 */
export function phraseAt(
  { text, start, lines }: FrontMatterText,
  from: number,
  to: number,
  meant: string,
): Phrase | null {
  const words = meant.split(/\r\n|\r|\n/).map(withoutBlanks)
  const said = words.filter((line) => line !== '').join(' ')
  const [first, ...more] = lines.flatMap((line) => spanOn(line, from, to))
  if (said === '' || !first) return null
  const written = [first, ...more].map((span) => text.slice(span.start - start, span.end - start))
  return new Phrase([first, ...more], 'frontMatterMark', written.join(' ') === said ? null : said)
}

function spanOn(line: Line, from: number, to: number): Span[] {
  const [start, end] = [Math.max(from, line.start), Math.min(to, line.end)]
  if (start >= end) return []
  const [first, last] = trimRange(line.text, start - line.start, end - line.start)
  return first < last ? [{ line, start: line.start + first, end: line.start + last }] : []
}

function withoutBlanks(text: string): string {
  const [start, end] = trimRange(text, 0, text.length)
  return text.slice(start, end)
}

/** The line that holds an offset of the source, or the next one. */
export const lineAt = (lines: readonly Line[], at: number): Line | undefined =>
  lines.find(({ end }) => at <= end) ?? lines.at(-1)

export const refusedLine = (
  line: Line | undefined,
  code: FrontMatterFault,
): { issue: ImportIssue } => ({
  issue: { code, line: line?.number ?? 1, text: excerpt(line?.text ?? '') },
})

/** The same text with every blank sign at the beginning of a line a space, and lines that end in CR alone in LF. */
export function withPlainMargins(text: string): string {
  let margin = true
  return Array.from({ length: text.length }, (_, at) => {
    const sign = text[at] ?? ''
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) {
      margin = true
      return '\n'
    }
    margin &&= isBlank(sign)
    return margin && sign !== '\t' && sign !== '\r' ? ' ' : sign
  }).join('')
}
