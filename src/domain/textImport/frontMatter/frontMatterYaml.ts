// Reads front matter in YAML, and in JSON, which is YAML as well.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml'
import { fieldShape } from './frontMatterShapes'
import {
  lineAt,
  phraseAt,
  refusedLine,
  type FrontMatterField,
  type FrontMatterText,
  type FrontMatterTree,
  type FrontMatterValue,
} from './frontMatterValues'
import { FRONT_MATTER_KEY, LIST_MARK } from '../lines/grammar'
import type { FrontMatterFault } from '../importedArticle'
import type { Line } from '../lines/lines'

/** How often a text that is no YAML is read again, each time with the lines that were in the way taken as typed. */
const MAX_READINGS = 4

/** YAML's words for a key that has no value. */
const NO_VALUE = /^(?:~|null)?$/

/** Values that YAML reads in a way of its own: quoted, in brackets, below the key, repeated, or with a type. */
const NOTATION = /^(?:["'[{]|[>|][+\-\d]*\s*(?:#.*)?$|(?:&|!{1,2})[^\s&!]\S*(?:\s|$)|\*[^\s*]+$)/

/** The types that change nothing: a text stays the text that it is. Others (`!include`, `!!binary`) say more. */
const PLAIN_TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)$/

class Unread extends Error {
  constructor(
    readonly at: number,
    readonly fault: FrontMatterFault,
  ) {
    super(fault)
  }
}

/** Reads JSON: a map, whose braces may be left out between marks. */
export function readJson(front: FrontMatterText): FrontMatterTree {
  const map = front.text.trimStart().startsWith('{')
    ? front
    : { ...front, text: `{${front.text}}`, start: front.start - 1 }
  return treeOf(parsed(map.text), map)
}

/**
 * Reads a map of YAML. People who have not heard of YAML type a title as a title: the rest of the line behind a key of
 * ours is that text, "#" and ": " included, unless it begins like notation; and so is the rest of the line behind any
 * key where it is no YAML at all.
 */
export function readYaml(front: FrontMatterText): FrontMatterTree {
  let read = { ...front, text: typedAsText(front.text, front, wordsOfOurs) }
  let document = parsed(read.text)
  for (let readings = 1; document.errors.length > 0 && readings < MAX_READINGS; readings++) {
    const odd = new Set(document.errors.map((error) => lineOf(faultOf(error, document), front)))
    const typed = typedAsText(read.text, front, (at) => odd.has(front.lines[at]) && isClosed)
    read = { ...read, text: withDashesAtMargin(typed, front, odd) }
    document = parsed(read.text)
  }
  return treeOf(document, read)
}

type IsTyped = (value: string) => boolean

/** The words behind a key whose field holds words, whatever signs are among them. */
const wordsOfOurs = (at: number, { lines }: FrontMatterText): false | IsTyped => {
  const key = FRONT_MATTER_KEY.exec(lines[at]?.text ?? '')?.[1] ?? ''
  return fieldShape(key)?.words === true && ((value) => !NOTATION.test(value))
}

/** A quote or bracket that stays open may end on a later line: that is no slip to be overlooked. */
const isClosed: IsTyped = (value) => {
  const close = { '"': '"', "'": "'", '[': ']', '{': '}' }[value[0] ?? '']
  return close === undefined ? !NOTATION.test(value) : value.indexOf(close, 1) > 0
}

/** With "x" for each sign of the values that stand on the line of their key and are to be taken as they are typed. */
function typedAsText(
  text: string,
  front: FrontMatterText,
  typed: (at: number, front: FrontMatterText) => false | IsTyped,
): string {
  const { lines, start } = front
  let result = text
  lines.forEach((line, at) => {
    const isTyped = typed(at, front)
    const mark = isTyped && !line.indented && FRONT_MATTER_KEY.exec(line.text)?.[0]
    const next = lines[at + 1]
    const goesOn = next && (next.indented || LIST_MARK.test(next.text))
    if (!isTyped || mark === undefined || mark === false || goesOn) return
    const value = line.text.slice(mark.length)
    const blanks = value.length - value.trimStart().length
    if (NO_VALUE.test(value.trim()) || !isTyped(value.trim())) return
    const from = line.start - start + mark.length
    const words = ' '.repeat(blanks) + 'x'.repeat(value.length - blanks)
    result = result.slice(0, from) + words + result.slice(line.end - start)
  })
  return result
}

/** Items of one list stand in one column; where one of the `odd` lines is an item at the margin, those above it are put there. */
function withDashesAtMargin(
  text: string,
  { lines, start }: FrontMatterText,
  odd: ReadonlySet<Line | undefined>,
): string {
  const at = lines.findIndex((line) => odd.has(line) && line.text.startsWith('- '))
  let result = text
  for (let above = at - 1; lines[above]?.indented; above--) {
    const line = lines[above] as Line
    if (!line.text.startsWith('- ')) continue
    const margin = result.lastIndexOf('\n', line.start - start) + 1
    const width = line.start - start - margin
    result = `${result.slice(0, margin)}-${' '.repeat(width)}${result.slice(margin + width + 1)}`
  }
  return result
}

const parsed = (text: string): Document =>
  parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })

const lineOf = ({ at }: Unread, { lines, start }: FrontMatterText): Line | undefined =>
  lineAt(lines, start + at)

function treeOf(document: Document, front: FrontMatterText): FrontMatterTree {
  try {
    const [error] = document.errors
    if (error) throw faultOf(error, document)
    if (!isMap(document.contents)) throw new Unread(0, 'frontMatterLine')
    return { fields: document.contents.items.map((pair) => fieldOf(pair, document, front)) }
  } catch (error) {
    if (error instanceof Unread) return refusedLine(lineOf(error, front), error.fault)
    throw error
  }
}

function faultOf({ code, message, pos }: YAMLError, { contents }: Document): Unread {
  const [at] = pos
  if (code === 'TAB_AS_INDENT') return new Unread(at, 'frontMatterTab')
  if (code === 'RESOURCE_EXHAUSTION') return new Unread(at, 'frontMatterDepth')
  if (!/^Missing closing|^Flow (?:map|sequence)/.test(message))
    return new Unread(at, 'frontMatterLine')
  // It is noticed where the text ends, or where the next key begins; it began with a key above.
  const keys = isMap(contents) ? contents.items.map(({ key }) => startOf(key)) : []
  return new Unread(keys.findLast((key) => key < at) ?? at, 'frontMatterOpen')
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)

function fieldOf(pair: Pair, document: Document, front: FrontMatterText): FrontMatterField {
  const at = startOf(pair.key)
  if (!isScalar(pair.key)) throw new Unread(at, 'frontMatterLine')
  const key = String(pair.key.value)
  if (key === '<<') throw new Unread(at, 'frontMatterRepeats')
  const line = lineAt(front.lines, front.start + at)?.number ?? 1
  return { key, line, value: valueOf(pair.value as Node | null, document, front) }
}

function valueOf(node: Node | null, document: Document, front: FrontMatterText): FrontMatterValue {
  const [from, to] = node?.range ?? [0, 0]
  if (isAlias(node)) {
    const meant = node.resolve(document)
    if (!isScalar(meant)) throw new Unread(from, 'frontMatterRepeats')
    return phraseAt(front, front.start + from, front.start + to, String(meant.value))
  }
  if (node?.tag !== undefined && !PLAIN_TAGS.test(node.tag))
    throw new Unread(from, 'frontMatterTag')
  if (isMap(node)) return { fields: node.items.map((pair) => fieldOf(pair, document, front)) }
  if (isSeq(node)) {
    return { items: node.items.map((item) => valueOf(item as Node | null, document, front)) }
  }
  if (!isScalar(node)) return null
  const value = String(node.value)
  const quoted = node.type?.startsWith('QUOTE') ? 1 : 0
  if (!quoted && NO_VALUE.test(value)) return null
  // The first line of a text below its key holds ">" or "|" alone.
  const header = node.type?.startsWith('BLOCK') ? front.text.indexOf('\n', from) - from : 0
  return phraseAt(front, front.start + from + header + quoted, front.start + to - quoted, value)
}
