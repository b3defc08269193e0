// The fields of the front matter: `key: value` lines and what stands below them.
import { FRONT_MATTER_FIELDS, FRONT_MATTER_KEY, LINE_LIMITS, LIST_MARK } from './grammar'
import type { FrontMatter, ImportIssue } from './importedArticle'
import type { Line } from './lines'
import { isEmpty, part, Phrase, spanText, wholeLine, type DroppedLine, type Span } from './phrase'

export interface FieldsRead {
  frontMatter: FrontMatter<Phrase>
  dropped: DroppedLine[]
  issues: ImportIssue[]
}

/** YAML's signs for a text that begins on the next line. */
const TEXT_BELOW = /^[>|][+-]?$/
/** YAML's words for a key that has no value. */
const NO_VALUE = /^(?:~|null)$/
/** YAML's comment behind a value, read as one only where "#" cannot belong to the value as it does to a title. */
const COMMENT_BEHIND = { address: /(?:^|\s)#.*$/, list: /(?<=\])\s+#.*$/ }

export const isComment = ({ text }: Line): boolean => text.startsWith('#')

/** True for a line that belongs to the key above it: an item, the end of a list in brackets, or an indented line. */
export const isBelow = ({ indented, text }: Line): boolean =>
  indented || LIST_MARK.test(text) || text === ']'

/** The field that a `key: …` line sets, if it is one of ours. */
export function fieldOf({ text }: Line): keyof FrontMatter | undefined {
  const key = FRONT_MATTER_KEY.exec(text)?.[1]
  return key === undefined ? undefined : FRONT_MATTER_FIELDS.get(normalised(key))
}

const normalised = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

type ListField = 'topics' | 'authors' | 'formerPaths'
const isList = (name: keyof FrontMatter): name is ListField =>
  name === 'topics' || name === 'authors' || name === 'formerPaths'

/** One key with everything that belongs to it: the rest of its line first, then the lines below. */
interface Field {
  lines: [Line, ...Line[]]
  values: Span[]
  /** Each item of a list below the key. */
  items: Span[]
}

/** The lines between the marks, each of a shape that front matter has. */
export function readFields(inside: Line[]): FieldsRead {
  const frontMatter: FrontMatter<Phrase> = {}
  const dropped: DroppedLine[] = []
  for (const lines of grouped(inside.filter((line) => !isComment(line)))) {
    const field = fieldOf(lines[0])
    if (field === undefined) {
      dropped.push(...lines.map((line): DroppedLine => ({ line, reason: 'unknownKey' })))
    } else if (frontMatter[field] !== undefined && field !== 'formerPaths') {
      dropped.push(...lines.map((line): DroppedLine => ({ line, reason: 'repeatedKey' })))
    } else {
      dropped.push(...assign(frontMatter, field, readField(lines)))
    }
  }
  for (const line of inside.filter(isComment)) {
    dropped.push({ line, reason: 'frontMatterComment' })
  }
  return { frontMatter, dropped, issues: checkDate(frontMatter.lastReviewed) }
}

/** Each key's line with the lines below it. */
function grouped(lines: Line[]): [Line, ...Line[]][] {
  const groups: [Line, ...Line[]][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && isBelow(line)) last.push(line)
    else groups.push([line])
  }
  return groups
}

function readField(lines: [Line, ...Line[]]): Field {
  const field: Field = { lines, values: [], items: [] }
  const [line, ...below] = lines
  const mark = FRONT_MATTER_KEY.exec(line.text)?.[0] ?? ''
  const value = part(wholeLine(line), mark.length)
  if (!(isEmpty(value) || hasNoValue(value) || TEXT_BELOW.test(spanText(value))))
    field.values.push(withoutQuotes(value))
  for (const next of below) {
    const item = LIST_MARK.exec(next.text)?.[0]
    if (item === undefined) field.values.push(wholeLine(next))
    else field.items.push(withoutQuotes(part(wholeLine(next), item.length)))
  }
  return field
}

/** Sets the field and returns the lines of which nothing was used. */
function assign(
  frontMatter: FrontMatter<Phrase>,
  name: keyof FrontMatter,
  field: Field,
): DroppedLine[] {
  const { lines, values, items } = field
  if (isList(name)) {
    const listed = readList(name, field)
    const before = frontMatter[name] ?? []
    if (listed.length > 0) frontMatter[name] = [...before, ...listed.map((span) => phrase([span]))]
    const unused = lines.filter((line) => listed.every((span) => span.line !== line))
    const reason = listed.length > 0 ? 'frontMatterMark' : 'emptyValue'
    return unused.map((line): DroppedLine => ({ line, reason }))
  }
  const [first, ...others] = values.length > 0 ? values : items.slice(0, 1)
  if (first) frontMatter[name] = phrase([first, ...others])
  const unused = values.length > 0 ? items : items.slice(1)
  return [
    { line: lines[0], reason: first ? 'frontMatterMark' : 'emptyValue' },
    ...unused.map((span): DroppedLine => ({ line: span.line, reason: 'secondValue' })),
  ]
}

const phrase = (spans: [Span, ...Span[]]): Phrase => new Phrase(spans, 'frontMatterMark')

/** `[a, b]`, also over several lines, and where commas separate (they may stand in a name: "Jane Roe, MD") also `a, b`. */
function readList(name: ListField, { values, items }: Field): Span[] {
  const comment = COMMENT_BEHIND[name === 'formerPaths' ? 'address' : 'list']
  const bare = (span: Span) => part(span, 0, comment.exec(spanText(span))?.index)
  const written = values.map(bare)
  const inBrackets = withoutBrackets(written)
  const atCommas = inBrackets !== undefined || name === 'topics'
  const listed = (inBrackets ?? written).flatMap((span) =>
    atCommas ? splitAtCommas(span) : [span],
  )
  return [...listed, ...items.map(bare)]
    .filter((span) => !hasNoValue(span))
    .map(withoutQuotes)
    .filter((span) => !isEmpty(span))
}

function withoutBrackets(spans: Span[]): Span[] | undefined {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return undefined
  if (!(spanText(first).startsWith('[') && spanText(last).endsWith(']'))) return undefined
  return spans.map((span) =>
    part(span, span === first ? 1 : 0, spanText(span).length - (span === last ? 1 : 0)),
  )
}

function splitAtCommas(list: Span): Span[] {
  const text = spanText(list)
  if (text.length > LINE_LIMITS.titleAndUrl) return [list]
  const parts: Span[] = []
  for (let from = 0; from <= text.length;) {
    const comma = text.indexOf(',', from)
    const to = comma < 0 ? text.length : comma
    parts.push(part(list, from, to))
    from = to + 1
  }
  return parts
}

const hasNoValue = (span: Span): boolean => NO_VALUE.test(spanText(span))

function withoutQuotes(span: Span): Span {
  const text = spanText(span)
  return /^(?:"[^]*"|'[^]*')$/.test(text) && text.length > 1 ? part(span, 1, text.length - 1) : span
}

function checkDate(date: Phrase | undefined): ImportIssue[] {
  if (!date || isDay(date.text)) return []
  return [{ code: 'badDate', line: date.line, text: date.text }]
}

/** True for a `YYYY-MM-DD` that is in the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
