// Groups the lines that belong together: paragraphs, lists, headings, Read Also lines.
import {
  headingName,
  headingText,
  markdownHeading,
  questionText,
  readAlsoText,
} from '../lines/classify'
import {
  codeElement,
  markedElement,
  readAlsoElement,
  separatorElement,
  textElement,
  type Element,
} from './elements'
import type { ImportIssue } from '../importedArticle'
import { knownLines, type Kind, type KnownLines } from './kinds'
import type { Line } from '../lines/lines'
import { part, wholeLine, type DroppedLine } from '../lines/phrase'
import { asItem, readList } from './readList'
import { titleAndUrl, type TitleAndUrl } from '../lines/titleAndUrl'
import { beginsLowerCase, brokenOnPurpose } from '../lines/wrapping'

interface ElementsRead {
  elements: Element[]
  dropped: DroppedLine[]
  issues: ImportIssue[]
}

type Reading = KnownLines & ElementsRead

/** For each kind of line: reads what begins at the index `at` and returns the index of the line after it. */
const READERS: Record<Kind, (reading: Reading, line: Line, at: number) => number> = {
  fence: readFence,
  separator: readSeparator,
  marked: readMarked,
  readAlso: readReadAlso,
  item: readItems,
  code: readCode,
  codeBelow: readCode,
  text: readText,
}

export function readElements(lines: readonly Line[]): ElementsRead {
  const reading: Reading = { ...knownLines(lines), elements: [], dropped: [], issues: [] }
  let at = 0
  for (let line = lines[at]; line; line = lines[at]) {
    at = READERS[reading.kinds[at] ?? 'text'](reading, line, at)
  }
  return reading
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
  for (let item = lines[next]; item && kinds[next] === 'item'; item = lines[++next]) {
    const { textStart } = asItem(item)
    addReadAlso(reading, item, titleAndUrl(part(wholeLine(item), textStart)))
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

function readItems(reading: Reading, line: Line, at: number): number {
  const { list, next } = readList(reading, line, at)
  reading.elements.push(list)
  return next
}

/** Code is one text, fences included: what it is must be seen until it can be shown as code. */
function readCode({ lines, kinds, elements }: Reading, first: Line, at: number): number {
  let end = at + 1
  while (kinds[end] === 'codeBelow') end++
  elements.push(codeElement([first, ...lines.slice(at + 1, end)]))
  return end
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

/** A question that is marked as one begins anew. */
const continuesText = (line: Line | undefined): boolean =>
  line !== undefined && !line.blankBefore && !questionText([line])?.marked

function isHeadingAbove(line: Line, next: Line, width: number): boolean {
  const heading = headingText(line)
  if (!heading || beginsLowerCase(next)) return false
  const emphasised = heading.text.length < line.text.length
  return emphasised || headingName(heading.text) !== null || brokenOnPurpose(line, next, width)
}
