// Where the front matter is: between two lines of `---` or `~~~` at the top of a source.
import { fieldOf, isComment, isBelow, readFields, type FieldsRead } from './frontMatterFields'
import { FENCE, FRONT_MATTER_KEY } from './grammar'
import type { ImportIssue } from './importedArticle'
import type { Line } from './lines'
import { excerpt } from './messages'
import type { DroppedLine } from './phrase'

export interface FrontMatterRead extends FieldsRead {
  /** The lines after it; all lines when there is none. */
  rest: Line[]
}

const OPEN = /^-{3}$/
const CLOSE = /^(?:-{3}|\.{3})$/

/**
 * Understands `key: value`, `key: [a, b]`, items below a key, and indented lines that continue a value. A line of any
 * other shape is an issue where the first line is a field, and else it is all ordinary text between two separators.
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
  const meant = dashes && isField(lines[begin])
  const refused = (issue: ImportIssue) => (meant ? { ...none, issues: [issue] } : none)
  if (!closing) return refused({ code: 'frontMatterNotClosed', line: opening.number })

  const inside = lines.slice(begin, end)
  const odd = inside.find((line) => !hasShape(line))
  if (odd) return refused({ code: 'frontMatterLine', line: odd.number, text: excerpt(odd.text) })
  if (!inside.some(dashes ? isKeyLine : isField)) return none
  const read = readFields(inside)
  const marks = [...lines.slice(0, begin), closing].map(asMark)
  return { ...read, dropped: [...marks, ...read.dropped], rest: lines.slice(end + 1) }
}

const asMark = (line: Line): DroppedLine => ({
  line,
  reason: FENCE.test(line.text) ? 'fence' : 'frontMatterMark',
})

const isKeyLine = ({ text }: Line): boolean => FRONT_MATTER_KEY.test(text)

const hasShape = (line: Line): boolean => isComment(line) || isKeyLine(line) || isBelow(line)

const isField = (line: Line | undefined): boolean =>
  line !== undefined && !line.indented && fieldOf(line) !== undefined
