// Finds the front matter at the top of a source, and reads it in its notation: YAML, TOML or JSON.
import { readFields, type FieldsRead } from './frontMatterFields'
import { fieldNamed } from './frontMatterShapes'
import { readToml } from './frontMatterToml'
import {
  withPlainMargins,
  type FrontMatterField,
  type FrontMatterText,
  type FrontMatterTree,
} from './frontMatterValues'
import { readJson, readYaml } from './frontMatterYaml'
import { FENCE, FRONT_MATTER_KEY, LIST_MARK } from '../lines/grammar'
import type { ImportIssue } from '../importedArticle'
import type { Line } from '../lines/lines'
import type { DroppedLine } from '../lines/phrase'

export interface FrontMatterRead extends FieldsRead {
  /** Every key with its value, ours or not, in the order of the source. */
  fields: FrontMatterField[]
  /** The lines after it; all lines when there is none. */
  rest: Line[]
}

/** More than any article needs. What is longer is not looked into. */
const MAX_FRONT_MATTER = { characters: 100_000, lines: 2_000 }

type Reader = (front: FrontMatterText) => FrontMatterTree

/** The languages that may stand behind the opening `---`; null: not one for values. */
const LANGUAGES: ReadonlyMap<string, Reader | null> = new Map([
  ['', readYaml],
  ['yaml', readYaml],
  ['yml', readYaml],
  ['toml', readToml],
  ['json', readJson],
  ['js', null],
  ['javascript', null],
  ['coffee', null],
  ['cson', null],
  ['ini', null],
])

const DASHES = /^-{3}\s*([a-z]*)$/i

/** The lines that front matter may begin with, and end with. */
const MARKS: readonly {
  open: RegExp
  close: RegExp
  reader: (opening: string) => Reader | null
}[] = [
  {
    open: DASHES,
    close: /^(?:-{3}|\.{3})$/,
    reader: (opening) => LANGUAGES.get(DASHES.exec(opening)?.[1]?.toLowerCase() ?? '') ?? null,
  },
  { open: /^\+{3}$/, close: /^\+{3}$/, reader: () => readToml },
  { open: /^;{3}$/, close: /^;{3}$/, reader: () => readJson },
]

/** The only mark, where there is none at the top. */
const CLOSING = /^(?:-{3}|;{3})$/

/** The beginning of a map in JSON. */
const BRACE = /^\{\s*(?:$|"(?:\\.|[^"\\])*"\s*:)/

/** The same in YAML, and a key in quotes. */
const MAP = /^\{\s*(?:$|["']?\w[^{}]*:)|^(["'])\w[^"']*\1\s*:/

/** A key as other systems write them, though it may be none of ours. */
const PLAIN_KEY = /^[a-z][\w-]*:(?:\s|$)/

/** Lines at the top of a source that may be front matter. */
interface Found {
  /** The lines that only mark it; the first one is where it begins. */
  marks: Line[]
  inside: Line[]
  /** The lines after it; null when it has no end. */
  rest: Line[] | null
  /** Null when its notation is none that is read. */
  reader: Reader | null
  /** Whether what cannot be read is refused. Else it is ordinary text between two separators. */
  certain: boolean
}

/**
 * Reads the block at the top between two lines of `---` (YAML, or the language behind the first one), `+++` (TOML),
 * `;;;` (JSON) or `~~~` (YAML, fields of ours among it), or as a map of JSON. It is an issue when it is meant as front
 * matter and cannot be read, and else it is all ordinary text.
 */
export function readFrontMatter(source: string, lines: Line[]): FrontMatterRead {
  const none = { frontMatter: {}, fields: [], dropped: [], issues: [], notTaken: [], rest: lines }
  const found = findBetweenMarks(lines) ?? findMap(source, lines) ?? findWithoutMark(lines)
  if (!found) return none
  const { marks, inside, rest, reader, certain } = found
  const refused = (issue: ImportIssue) => (certain ? { ...none, issues: [issue] } : none)
  const [first] = inside
  const line = (marks[0] ?? first)?.number ?? 1
  if (!reader) return refused({ code: 'frontMatterLanguage', line })
  if (!rest) return refused({ code: 'frontMatterNotClosed', line })
  if (!first) return none
  const start = marginOf(source, first)
  const end = inside.at(-1)?.end ?? first.end
  if (end - start > MAX_FRONT_MATTER.characters || inside.length > MAX_FRONT_MATTER.lines) {
    return refused({ code: 'frontMatterTooLong', line, limit: MAX_FRONT_MATTER.characters })
  }
  const tree = reader({ text: withPlainMargins(source.slice(start, end)), start, lines: inside })
  if ('issue' in tree) return refused(tree.issue)
  if (tree.fields.length === 0) return none
  const read = readFields(tree.fields, inside)
  return { ...read, dropped: [...marks.map(asMark), ...read.dropped], fields: tree.fields, rest }
}

/** Marks, which a fence may surround; two fences are marks where fields of ours stand between them. */
function findBetweenMarks(lines: Line[]): Found | null {
  const fences = lines.slice(0, lines[0] && FENCE.test(lines[0].text) ? 1 : 0)
  const opening = lines[fences.length]
  const mark = MARKS.find(({ open }) => opening !== undefined && open.test(opening.text))
  if (!opening || !(mark || fences.length > 0)) return null
  const begin = fences.length + (mark ? 1 : 0)
  const close = mark ? mark.close : FENCE
  const end = lines.findIndex(({ text }, at) => at >= begin && close.test(text))
  const closing = lines.slice(end, end + 1)
  const inside = lines.slice(begin, end < 0 ? lines.length : end)
  if (!mark && !inside.some(isField)) return null
  const reader = mark ? mark.reader(opening.text) : readYaml
  const isYaml = reader === readYaml
  if (isYaml && end >= 0 && !inside.some(isKeyLine)) return null
  return {
    marks: [...lines.slice(0, begin), ...(end < 0 ? [] : closing)],
    inside,
    rest: end < 0 ? null : lines.slice(end + 1),
    reader,
    certain: mark !== undefined && (!isYaml || isMeant(inside)),
  }
}

/** A map of JSON with nothing around it, up to the line where it is whole. */
function findMap(source: string, lines: Line[]): Found | null {
  const [first] = lines
  if (!first || !BRACE.test(first.text)) return null
  const ends = lines
    .slice(0, MAX_FRONT_MATTER.lines)
    .filter(({ end, text }) => text.endsWith('}') && end < MAX_FRONT_MATTER.characters)
  const last =
    ends.find(({ end }) => isJson(source.slice(first.start, end))) ??
    ends.find(({ text, indented }) => text === '}' && !indented) ??
    lines.findLast(({ blankBefore }, at) => at === 0 || !blankBefore)
  const count = last ? lines.indexOf(last) + 1 : lines.length
  return {
    marks: [],
    inside: lines.slice(0, count),
    rest: lines.slice(count),
    reader: readJson,
    certain: true,
  }
}

/**
 * Fields that the text begins with, as Hexo and Pelican have them: up to the only mark, or to the first blank line where
 * two of them are ours.
 */
function findWithoutMark(lines: Line[]): Found | null {
  const end = lines.findIndex(
    ({ text, blankBefore }, at) => at > 0 && (blankBefore || CLOSING.test(text)),
  )
  const inside = lines.slice(0, end)
  const closing = lines[end]
  if (!closing || !inside.every((line) => isKeyLine(line) || isBelow(line))) return null
  const marked = CLOSING.test(closing.text)
  if (inside.filter(isField).length < (marked && !closing.blankBefore ? 1 : 2)) return null
  return {
    marks: marked ? [closing] : [],
    inside,
    rest: lines.slice(marked ? end + 1 : end),
    reader: closing.text === ';;;' ? readJson : readYaml,
    certain: true,
  }
}

const isBelow = ({ text, indented }: Line): boolean => indented || LIST_MARK.test(text)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Where the line begins, its indentation included. */
function marginOf(source: string, { start }: Line): number {
  let at = start
  while (at > 0 && !/[\r\n\ufeff]/.test(source[at - 1] ?? '')) at--
  return at
}

const asMark = (line: Line): DroppedLine => ({
  line,
  reason: FENCE.test(line.text) ? 'fence' : 'frontMatterMark',
})

const isKeyLine = ({ text }: Line): boolean => FRONT_MATTER_KEY.test(text) || MAP.test(text)

function isField({ text, indented }: Line): boolean {
  const key = FRONT_MATTER_KEY.exec(text.replace(/^(["'])(\w[^"']*)\1/, '$2'))?.[1]
  return key !== undefined && !indented && fieldNamed(key) !== undefined
}

/** True when it begins with a key as only front matter has, or has a field of ours before the first blank line. */
function isMeant(inside: readonly Line[]): boolean {
  const blank = inside.findIndex(({ blankBefore }, at) => at > 0 && blankBefore)
  const beginning = blank < 0 ? inside : inside.slice(0, blank)
  const [first = ''] = inside.map(({ text }) => text)
  return PLAIN_KEY.test(first) || MAP.test(first) || beginning.some(isField)
}
