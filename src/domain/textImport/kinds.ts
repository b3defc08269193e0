// What kind of line each line of a source is, and how the source as a whole uses lines.
import { markdownHeading, readAlsoText } from './classify'
import { FENCE, LINE_LIMITS, LIST_MARK, SEPARATOR } from './grammar'
import type { Line } from './lines'
import { hasLinePerParagraph, widthOf } from './wrapping'

/** How each kind of line is recognised, first match first. */
const KINDS = {
  fence: ({ text }: Line) => text.startsWith('~~~') && FENCE.test(text),
  separator: ({ text }: Line) => text.length <= LINE_LIMITS.titleAndUrl && SEPARATOR.test(text),
  marked: (line: Line) => markdownHeading(line) !== null,
  readAlso: (line: Line) => readAlsoText(line) !== null,
  item: ({ text }: Line) => LIST_MARK.test(text),
  text: () => true,
}

export type Kind = keyof typeof KINDS
const KIND_NAMES = Object.keys(KINDS) as Kind[]

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
  kinds: lines.map(kindOf),
  linePerParagraph: hasLinePerParagraph(lines),
  width: widthOf(lines),
})
