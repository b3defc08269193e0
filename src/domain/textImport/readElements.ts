// Which lines belong together: paragraphs, lists, headings, Read Also lines.
import {
  headingName,
  headingText,
  isQuestion,
  looksLikeHeading,
  markdownHeading,
  questionText,
  readAlsoText,
} from './classify'
import {
  listElement,
  markedElement,
  readAlsoElement,
  separatorElement,
  textElement,
  type Element,
  type Item,
} from './elements'
import { FENCE, LINE_LIMITS, LIST_MARK, SEPARATOR } from './grammar'
import type { ImportIssue } from './importedArticle'
import type { Line } from './lines'
import { part, wholeLine, type DroppedLine } from './phrase'
import { titleAndUrl, type TitleAndUrl } from './titleAndUrl'

interface Reading {
  lines: Line[]
  kinds: Kind[]
  /** A source without any blank line has one paragraph to a line. */
  linePerParagraph: boolean
  /** The width at which the author breaks long lines; infinite when most of the text is in lines longer than any. */
  width: number
  elements: Element[]
  dropped: DroppedLine[]
  issues: ImportIssue[]
}

/** How each kind of line is recognised, first match first; any other line is text. */
const KINDS = {
  fence: ({ text }: Line) => text.startsWith('~~~') && FENCE.test(text),
  separator: ({ text }: Line) => text.length <= LINE_LIMITS.titleAndUrl && SEPARATOR.test(text),
  marked: (line: Line) => markdownHeading(line) !== null,
  readAlso: (line: Line) => readAlsoText(line) !== null,
  item: ({ text }: Line) => LIST_MARK.test(text),
  text: () => true,
}

type Kind = keyof typeof KINDS
const KIND_NAMES = Object.keys(KINDS) as Kind[]

const kindOf = (line: Line): Kind => KIND_NAMES.find((kind) => KINDS[kind](line)) ?? 'text'

/** For each kind: reads what begins at the line `at` and returns the index of the line after it. */
const READERS: Record<Kind, (reading: Reading, line: Line, at: number) => number> = {
  fence: readFence,
  separator: readSeparator,
  marked: readMarked,
  readAlso: readReadAlso,
  item: readList,
  text: readText,
}

export function readElements(lines: Line[]): Pick<Reading, 'elements' | 'dropped' | 'issues'> {
  const reading: Reading = {
    lines,
    kinds: lines.map(kindOf),
    linePerParagraph: hasLinePerParagraph(lines),
    width: isWrapped(lines) ? WRAP_WIDTH : Infinity,
    elements: [],
    dropped: [],
    issues: [],
  }
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (!line) break
    at = READERS[reading.kinds[at] ?? 'text'](reading, line, at)
  }
  return reading
}

const beginsLowerCase = ({ text }: Line): boolean => /^\p{Ll}/u.test(text)

const hasLinePerParagraph = (lines: Line[]): boolean =>
  lines.every((line, at) => at === 0 || !(line.blankBefore || beginsLowerCase(line)))

/** No text is wrapped more narrowly, so a shorter line did not end for want of room. */
const WRAP_WIDTH = 60
const WIDEST_WRAP = 120

function isWrapped(lines: Line[]): boolean {
  let long = 0
  let all = 0
  for (const { text } of lines) {
    all += text.length
    if (text.length > WIDEST_WRAP) long += text.length
  }
  return long <= all / 2
}

function readFence({ dropped }: Reading, line: Line, at: number): number {
  dropped.push({ line, reason: 'fence' })
  return at + 1
}

/** Directly below a heading it only underlines. */
function readSeparator({ elements, dropped }: Reading, line: Line, at: number): number {
  const underlines = !line.blankBefore && elements.at(-1)?.heading
  dropped.push({ line, reason: underlines ? 'headingMark' : 'separator' })
  if (!underlines) elements.push(separatorElement(line))
  return at + 1
}

function readMarked({ elements }: Reading, line: Line, at: number): number {
  const heading = markdownHeading(line)
  if (heading) elements.push(markedElement(heading.level, heading.text))
  return at + 1
}

/** Words without a title ("Related articles:") go with each item of the list below them. */
function readReadAlso(reading: Reading, line: Line, at: number): number {
  const { lines, kinds } = reading
  const link = readAlsoText(line) ?? { title: [], url: null }
  let next = at + 1
  if (link.title.length > 0 || kinds[next] !== 'item') {
    addReadAlso(reading, line, link)
    return next
  }
  reading.dropped.push({ line, reason: 'readAlsoMark' })
  for (let item = lines[next]; item && kinds[next] === 'item'; item = lines[next]) {
    const { textStart } = asItem(item)
    addReadAlso(reading, item, titleAndUrl(part(wholeLine(item), textStart)))
    next++
  }
  return next
}

function addReadAlso({ elements, dropped, issues }: Reading, line: Line, link: TitleAndUrl): void {
  const element = readAlsoElement(line, link)
  if (element) elements.push(element)
  else {
    dropped.push({ line, reason: 'readAlsoMark' })
    issues.push({ code: 'readAlsoWithoutTitle', line: line.number })
  }
}

function readList(reading: Reading, first: Line, at: number): number {
  const { lines, kinds, elements, linePerParagraph, width } = reading
  const ordered = itemNumber(first) !== null
  const items: [Item, ...Item[]] = [asItem(first)]
  let number = itemNumber(first)
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next]
    if (line && kinds[next] === 'item') {
      if (!line.indented && !continuesList(number, line)) break
      if (!line.indented) number = itemNumber(line)
      items.push(asItem(line))
    } else if (line && kinds[next] === 'text' && !line.blankBefore) {
      const last = items[items.length - 1] ?? items[0]
      if (!line.indented && (linePerParagraph || standsAbove(last, line, width))) break
      last.lines.push(line)
    } else break
  }
  elements.push(listElement(ordered, itemNumber(first) ?? 1, items))
  return next
}

const asItem = (line: Line): Item => ({
  lines: [line],
  textStart: LIST_MARK.exec(line.text)?.[0].length ?? 0,
})

/** The number of a numbered item, null for a bullet. */
function itemNumber({ text }: Line): number | null {
  const number = LIST_MARK.exec(text)?.[2]
  return number === undefined ? null : Number(number)
}

/** A bullet after a bullet; after a number the next one, or the same one again as Markdown allows. */
function continuesList(previous: number | null, line: Line): boolean {
  const number = itemNumber(line)
  if (previous === null || number === null) return previous === number
  return number === previous + 1 || number === previous
}

/** True for an item that is a question or heading above its text, instead of wrapped into the next line. */
function standsAbove({ lines: [first], textStart }: Item, next: Line, width: number): boolean {
  const text = first.text.slice(textStart)
  return isQuestion(text) || (looksLikeHeading(text) && brokenOnPurpose(first, next, width))
}

function readText(reading: Reading, first: Line, at: number): number {
  const { lines, kinds, elements, linePerParagraph } = reading
  let end = at + 1
  while (!linePerParagraph && kinds[end] === 'text' && continuesText(lines[end])) end++
  const more = lines.slice(at + 1, end)
  const width = more.reduce((longest, { text }) => Math.max(longest, text.length), reading.width)
  let top = first
  let below = 0
  for (let next = more[0]; next && isHeadingAbove(top, next, width); next = more[below]) {
    elements.push(textElement([top]))
    top = next
    below++
  }
  elements.push(textElement([top, ...more.slice(below)]))
  return end
}

const continuesText = (line: Line | undefined): boolean =>
  line !== undefined && !line.blankBefore && !questionText([line])?.marked

function isHeadingAbove(line: Line, next: Line, width: number): boolean {
  const heading = headingText(line)
  if (!heading || beginsLowerCase(next)) return false
  const emphasised = heading.text.length < line.text.length
  return emphasised || headingName(heading.text) !== null || brokenOnPurpose(line, next, width)
}

/** True when the next line's first word had had room on this one. */
const brokenOnPurpose = (line: Line, next: Line, width: number): boolean =>
  !beginsLowerCase(next) && line.text.length + 1 + next.text.search(/\s|$/) <= width
