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

export const isComment = ({ text }: Line): boolean => text.startsWith('#')

/** The field that a `key: …` line sets, if it is one of ours. */
export function fieldOf({ text }: Line): keyof FrontMatter | undefined {
  const key = FRONT_MATTER_KEY.exec(text)?.[1]
  return key === undefined ? undefined : FRONT_MATTER_FIELDS.get(normalised(key))
}

const normalised = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

/** One key with everything that belongs to it: the rest of its line first, then the lines below. */
interface Field {
  line: Line
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
    if (last && (line.indented || LIST_MARK.test(line.text))) last.push(line)
    else groups.push([line])
  }
  return groups
}

function readField([line, ...below]: [Line, ...Line[]]): Field {
  const field: Field = { line, values: [], items: [] }
  const mark = FRONT_MATTER_KEY.exec(line.text)?.[0] ?? ''
  const value = part(wholeLine(line), mark.length)
  if (!isEmpty(value) && !TEXT_BELOW.test(spanText(value))) field.values.push(withoutQuotes(value))
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
  { line, values, items }: Field,
): DroppedLine[] {
  if (name === 'topics' || name === 'authors' || name === 'formerPaths') {
    const listed = [...values.flatMap((value) => splitList(value, name === 'topics')), ...items]
    const before = frontMatter[name] ?? []
    if (listed.length > 0) frontMatter[name] = [...before, ...listed.map((span) => phrase([span]))]
    return [{ line, reason: listed.length > 0 ? 'frontMatterMark' : 'emptyValue' }]
  }
  const [first, ...others] = values.length > 0 ? values : items.slice(0, 1)
  if (first) frontMatter[name] = phrase([first, ...others])
  const unused = values.length > 0 ? items : items.slice(1)
  return [
    { line, reason: first ? 'frontMatterMark' : 'emptyValue' },
    ...unused.map((span): DroppedLine => ({ line: span.line, reason: 'secondValue' })),
  ]
}

const phrase = (spans: [Span, ...Span[]]): Phrase => new Phrase(spans, 'frontMatterMark')

/** `[a, b]`, and where commas separate (they may stand in a name: "Jane Roe, MD") also `a, b`. */
function splitList(span: Span, atCommas: boolean): Span[] {
  const text = spanText(span)
  const bracketed = text.startsWith('[') && text.endsWith(']')
  if (!(bracketed || atCommas) || text.length > LINE_LIMITS.titleAndUrl) return [span]
  const list = bracketed ? part(span, 1, text.length - 1) : span
  const listText = spanText(list)
  const parts: Span[] = []
  for (let from = 0; from <= listText.length;) {
    const comma = listText.indexOf(',', from)
    const to = comma < 0 ? listText.length : comma
    parts.push(withoutQuotes(part(list, from, to)))
    from = to + 1
  }
  return parts.filter((item) => !isEmpty(item))
}

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
