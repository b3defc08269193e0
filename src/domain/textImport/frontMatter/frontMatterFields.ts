// Turns the keys of front matter into the fields of an article.
import { chooseImage, openImage } from './frontMatterImage'
import { FIELD_SHAPES, fieldNamed, type FieldShape } from './frontMatterShapes'
import { isText, type FrontMatterField, type FrontMatterValue } from './frontMatterValues'
import { LINE_LIMITS } from '../lines/grammar'
import { controlIn } from '../source/decode'
import type { DropReason } from '../dropReasons'
import type { FrontMatter, ImportIssue } from '../importedArticle'
import type { Line } from '../lines/lines'
import { excerpt } from '../messages'
import { isEmpty, part, Phrase, spanText, type DroppedLine, type Span } from '../lines/phrase'
import { parseSourceDate } from '../source/sourceDate'

export interface FieldsRead {
  frontMatter: FrontMatter<Phrase>
  dropped: DroppedLine[]
  issues: ImportIssue[]
  /** Keys of which something was not used. */
  notTaken: string[]
}

/** Tables that other systems put such keys into: Zola's and Hugo's. Their keys count as if they stood outside. */
const OPEN_TABLES = new Set(['taxonomies', 'params', 'extra'])

const isComment = ({ text }: Line): boolean => text.startsWith('#')

/** `lines` are those between the marks. */
export function readFields(fields: FrontMatterField[], lines: Line[]): FieldsRead {
  const read: FieldsRead = { frontMatter: {}, dropped: [], issues: [], notTaken: [] }
  const flat = fields.flatMap(opened)
  const chosen = chooseImage(flat)
  const owned = lines.filter((line) => !isComment(line))
  flat.forEach((field, at) => {
    const next = flat.slice(at + 1).find(({ line }) => line > field.line)?.line ?? Infinity
    const below = owned.filter(({ number }) => number >= field.line && number < next)
    const isOther = isOfImage(field) && field.value !== null && !chosen.includes(field)
    if (isOther) read.notTaken.push(field.key)
    read.dropped.push(...(isOther ? below.map(asOther) : assign(read, field, below)))
  })
  const first = flat[0]?.line ?? Infinity
  for (const line of lines) {
    if (isComment(line)) read.dropped.unshift({ line, reason: 'frontMatterComment' })
    else if (line.number < first) read.dropped.unshift({ line, reason: 'frontMatterMark' })
  }
  read.issues.push(...checkDates(read.frontMatter))
  return read
}

function isOfImage({ key }: FrontMatterField): boolean {
  const name = fieldNamed(key)
  return name === 'image' || name === 'imageAlt'
}

const asOther = (line: Line): DroppedLine => ({ line, reason: 'repeatedKey' })

const opened = (field: FrontMatterField): FrontMatterField[] => {
  const { key, value } = field
  const image = openImage(field)
  if (image) return image
  return value && 'fields' in value && OPEN_TABLES.has(key.toLowerCase())
    ? [{ ...field, value: null }, ...value.fields.flatMap((inner) => openImage(inner) ?? [inner])]
    : [field]
}

/** Sets the field and returns the `lines` of which nothing was used. */
function assign(
  { frontMatter, issues, notTaken }: FieldsRead,
  { key, line, value }: FrontMatterField,
  lines: Line[],
): DroppedLine[] {
  const name = fieldNamed(key)
  const all = (reason: DropReason): DroppedLine[] => lines.map((line) => ({ line, reason }))
  const unused = (reason: DropReason): DroppedLine[] => {
    if (value !== null) notTaken.push(key)
    return all(reason)
  }
  if (name === undefined) return unused('unknownKey')
  if (frontMatter[name] !== undefined && name !== 'formerPaths') return unused('repeatedKey')
  const texts = textsOf(value, FIELD_SHAPES[name])
  // Of a picture that nothing understands it is enough to name it.
  if (texts === null && name === 'image') return unused('unknownKey')
  if (texts === null) {
    issues.push({ code: 'frontMatterValue', line, text: key })
    return all('frontMatterMark')
  }
  const [first, ...others] = texts
  if (!first) return all('emptyValue')
  const used = FIELD_SHAPES[name].list ? texts : [first]
  if (used.length < texts.length) notTaken.push(key)
  issues.push(...used.flatMap(checkCharacters))
  setField(frontMatter, name, used)
  const isIn = (phrases: Phrase[], line: Line) =>
    phrases.some(({ spans }) => spans.some((span) => span.line === line))
  return lines.flatMap((line): DroppedLine[] => {
    if (isIn(used, line)) return []
    return [{ line, reason: isIn(others, line) ? 'secondValue' : 'frontMatterMark' }]
  })
}

function setField(
  frontMatter: FrontMatter<Phrase>,
  name: keyof FrontMatter,
  texts: readonly Phrase[],
): void {
  const fields = frontMatter as Record<string, Phrase | Phrase[] | undefined>
  const before = fields[name]
  fields[name] = FIELD_SHAPES[name].list
    ? [...(Array.isArray(before) ? before : []), ...texts]
    : texts[0]
}

/** The texts of a value; a table stands for its `name`. Null where one of them has none. */
function textsOf(value: FrontMatterValue, shape: FieldShape): Phrase[] | null {
  if (value === null) return []
  if (isText(value)) return shape.commas ? splitAtCommas(value) : [value]
  if ('fields' in value) {
    const name = value.fields.find(({ key }) => key.toLowerCase() === 'name')?.value
    return name && isText(name) ? [name] : null
  }
  const texts = value.items.map((item) =>
    item !== null && 'items' in item && !shape.nested
      ? null
      : textsOf(item, { ...shape, commas: false }),
  )
  return texts.includes(null) ? null : texts.flatMap((text) => text ?? [])
}

function splitAtCommas(phrase: Phrase): Phrase[] {
  if (phrase.decoded !== null || phrase.text.length > LINE_LIMITS.titleAndUrl) return [phrase]
  return phrase.spans
    .flatMap(splitSpan)
    .filter((span) => !isEmpty(span))
    .map((span) => new Phrase([span], 'frontMatterMark'))
}

function splitSpan(span: Span): Span[] {
  let from = 0
  return spanText(span)
    .split(',')
    .map((text) => {
      const found = part(span, from, from + text.length)
      from += text.length + 1
      return found
    })
}

/** The escapes of a notation can name characters that no file with them would have been read with. */
function checkCharacters({ decoded, line }: Phrase): ImportIssue[] {
  const character = decoded === null ? null : controlIn(decoded)
  return character ? [{ code: 'binary', line, character: character.name }] : []
}

const DATES = ['publishedAt', 'date', 'createdAt', 'modifiedAt', 'expires'] as const

const checkDates = (frontMatter: FrontMatter<Phrase>): ImportIssue[] => [
  ...badDate(frontMatter.lastReviewed, isDay),
  ...DATES.flatMap((name) => badDate(frontMatter[name], (text) => parseSourceDate(text) !== null)),
]

const badDate = (date: Phrase | undefined, isDate: (text: string) => boolean): ImportIssue[] =>
  date && !isDate(date.text) ? [{ code: 'badDate', line: date.line, text: excerpt(date.text) }] : []

/** True for a `YYYY-MM-DD` that is in the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
