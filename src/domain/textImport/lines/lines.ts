// Splits a source into lines, each with its place in the source.

/** A line that is not blank, without the white space around it. */
export interface Line {
  /** 1-based, counting blank lines. */
  number: number
  /** Offsets of `text` in the source. */
  start: number
  end: number
  text: string
  /** True when it does not begin at the margin. */
  indented: boolean
  /** True when a blank line, or nothing, comes before it. */
  blankBefore: boolean
}

/** At least one line. */
export type Lines = readonly [Line, ...Line[]]

/** Invisible signs that web pages and word processors leave behind and `trim` keeps. */
const INVISIBLE = new Set(
  '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064',
)

/** True for white space, the byte order mark included, and for invisible signs. */
export const isBlank = (character: string | undefined): boolean =>
  character !== undefined && (character.trim() === '' || INVISIBLE.has(character))

/** The offsets of `source` between `start` and `end` without blank signs on either side. */
export function trimRange(source: string, start: number, end: number): [number, number] {
  while (start < end && isBlank(source[start])) start++
  while (end > start && isBlank(source[end - 1])) end--
  return [start, end]
}

/** True when there are only blank signs between the offsets. */
export function isBlankRange(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(source[at])) return false
  return true
}

/** The non-blank lines, at most `limit` of them. Lines end with LF, CRLF or CR. */
export function splitLines(source: string, limit = Infinity): Line[] {
  const lines: Line[] = []
  let blankBefore = true
  let number = 0
  for (let from = 0; from < source.length && lines.length < limit;) {
    const to = lineEnd(source, from)
    const [start, end] = trimRange(source, from, to)
    number++
    if (start < end) {
      const text = source.slice(start, end)
      lines.push({
        number,
        start,
        end,
        text,
        indented: isIndented(source, from, start),
        blankBefore,
      })
    }
    blankBefore = start === end
    from = to + (source.startsWith('\r\n', to) ? 2 : 1)
  }
  return lines
}

function lineEnd(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

/** Two spaces or a tab, as in Markdown; a single space is a slip. */
const isIndented = (source: string, from: number, start: number): boolean =>
  start - from >= 2 || source[from] === '\t'
