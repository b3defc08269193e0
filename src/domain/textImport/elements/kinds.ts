// Decides the kind of each line of a source, and how the source as a whole uses lines.
import { markdownHeading, readAlsoText } from '../lines/classify'
import { FENCE, LINE_LIMITS, LIST_MARK, SEPARATOR } from '../lines/grammar'
import type { Line } from '../lines/lines'
import { hasLinePerParagraph, widthOf } from '../lines/wrapping'

/** How each kind of line is recognised, first match first. */
const KINDS = {
  fence: ({ text }: Line) => text.startsWith('~~~') && FENCE.test(text),
  separator: ({ text }: Line) => text.length <= LINE_LIMITS.titleAndUrl && SEPARATOR.test(text),
  marked: (line: Line) => markdownHeading(line) !== null,
  readAlso: (line: Line) => readAlsoText(line) !== null,
  item: ({ text }: Line) => LIST_MARK.test(text),
  text: () => true,
}

/** `code` opens the text between two fences; `codeBelow` is the rest of it, in which nothing is a heading or an item. */
export type Kind = keyof typeof KINDS | 'code' | 'codeBelow'
const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** A line that opens a block of code; groups: 1 the fence. */
const CODE_FENCE = /^(`{3,}(?=[^`]*$)|~{3,}(?=\s*[\w{.-]*[^~]*$))/

/** Lines with their kinds, index by index. */
export interface KnownLines {
  lines: readonly Line[]
  kinds: readonly Kind[]
  /** `hasLinePerParagraph` of the lines. */
  linePerParagraph: boolean
  /** `widthOf` the lines. */
  width: number
}

const kindOf = (line: Line): Kind => KIND_NAMES.find((kind) => KINDS[kind](line)) ?? 'text'

export const knownLines = (lines: readonly Line[]): KnownLines => ({
  lines,
  kinds: withCode(lines, lines.map(kindOf)),
  linePerParagraph: hasLinePerParagraph(lines),
  width: widthOf(lines),
})

function withCode(lines: readonly Line[], kinds: readonly Kind[]): Kind[] {
  const known = [...kinds]
  const neverClosed = new Set<string>()
  for (let at = 0; at < lines.length; at++) {
    const fence = CODE_FENCE.exec(lines[at]?.text ?? '')?.[1]
    // `~~~` above everything stands around the whole text.
    const aroundAll = at === 0 && fence?.startsWith('~')
    if (fence === undefined || aroundAll || neverClosed.has(fence)) continue
    const end = lines.findIndex(({ text }, below) => below > at && closesFence(fence, text))
    if (end < 0) neverClosed.add(fence)
    else {
      known.fill('codeBelow', at, end + 1)[at] = 'code'
      at = end
    }
  }
  return known
}

/** A line of the same sign alone, at least as many as opened it. */
const closesFence = (fence: string, text: string): boolean =>
  text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
