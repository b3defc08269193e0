// Where the front matter is: between two lines of `---` or `~~~` at the top of a source.
import { fieldOf, isComment, readFields, type FieldsRead } from './frontMatterFields'
import { FENCE, FRONT_MATTER_KEY, LIST_MARK } from './grammar'
import type { Line } from './lines'
import type { DroppedLine } from './phrase'

export interface FrontMatterRead extends FieldsRead {
  /** The lines after it; all lines when there is none. */
  rest: Line[]
}

const OPEN = /^-{3}$/
const CLOSE = /^(?:-{3}|\.{3})$/

/**
 * Understands `key: value`, `key: [a, b]`, items below a key, and indented lines that continue a value. Lines of any
 * other shape make it ordinary text between two separators.
 */
export function readFrontMatter(lines: Line[]): FrontMatterRead {
  const none = { frontMatter: {}, dropped: [], issues: [], rest: lines }
  const fenced = lines[0] !== undefined && FENCE.test(lines[0].text)
  const opening = lines[fenced ? 1 : 0]
  const dashes = opening !== undefined && OPEN.test(opening.text)
  if (!opening || !(dashes || fenced)) return none

  const begin = (fenced ? 1 : 0) + (dashes ? 1 : 0)
  const mark = dashes ? CLOSE : FENCE
  const end = lines.findIndex(({ text }, at) => at >= begin && mark.test(text))
  const closing = lines[end]
  if (!closing) return dashes && isField(lines[begin]) ? notClosed(none, opening) : none

  const inside = lines.slice(begin, end)
  const isFrontMatter = inside.every(hasShape) && inside.some(dashes ? isKeyLine : isField)
  if (!isFrontMatter) return none
  const read = readFields(inside)
  const marks = [...lines.slice(0, begin), closing].map(asMark)
  return { ...read, dropped: [...marks, ...read.dropped], rest: lines.slice(end + 1) }
}

const asMark = (line: Line): DroppedLine => ({
  line,
  reason: FENCE.test(line.text) ? 'fence' : 'frontMatterMark',
})

const notClosed = (none: FrontMatterRead, { number }: Line): FrontMatterRead => ({
  ...none,
  issues: [{ code: 'frontMatterNotClosed', line: number }],
})

const isKeyLine = ({ text }: Line): boolean => FRONT_MATTER_KEY.test(text)

const hasShape = (line: Line): boolean =>
  line.indented || isComment(line) || LIST_MARK.test(line.text) || isKeyLine(line)

const isField = (line: Line | undefined): boolean =>
  line !== undefined && !line.indented && fieldOf(line) !== undefined
