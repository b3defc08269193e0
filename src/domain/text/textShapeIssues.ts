// Checks a value that was sent as a rich text against the description in textShape.ts.
import { readable, unreadableCharacter } from './characters'
import { fieldsOf } from '../blocks/blocks'
import { isData } from '../values/isData'
import { blockFields, childNodes, passagesOf } from './richTextWalk'
import {
  isEntries,
  isGroup,
  isPassage,
  type Entries,
  type Expected,
  type Fields,
  type Rule,
} from './textFields'
import { MAX_DEPTH, MAX_NODES, mayHold, mayHoldBlock, NODES, type TextKind } from './textShape'

/** The position of a node: the place of each node on the way to it among its siblings, from 1; empty for the text itself. */
export type Place = readonly number[]

/** One thing that does not fit. `words` are the first ones of the block that contains it; `field` is the node's. */
export type ShapeIssue = { at: Place; words: string; type: string } & (
  | { code: 'noRichText' | 'nodeUnknown' | 'nodeNotAllowed' | 'nodeWithoutChildren' }
  | { code: 'nodeMisplaced'; inside: string }
  | { code: 'nodeFieldUnknown'; field: string }
  | { code: 'nodeFieldWrong'; field: string; expects: Expected }
  | { code: 'nodeFieldUnreadable'; field: string; character: string }
  | { code: 'textTooDeep' | 'textOfTooManyNodes'; max: number }
)

type Data = Record<string, unknown>
type Found = ShapeIssue extends infer One
  ? One extends ShapeIssue
    ? Omit<One, 'at' | 'words' | 'type'>
    : never
  : never

/** Enough to mend the text by; more would only be long. */
const MAX_ISSUES = 20
const WORDS_LENGTH = 40

function valueIssues(rule: Rule, value: unknown, field: string): Found[] {
  const isThere = value !== undefined && value !== null
  if (!isThere && !rule.required) return []
  if (isGroup(rule)) {
    if (!isData(value)) return [{ code: 'nodeFieldWrong', field, expects: 'fields' }]
    const inner = typeof rule.fields === 'function' ? rule.fields(value) : rule.fields
    return fieldIssues(inner, value, `${field}.`)
  }
  if (isEntries(rule)) return entryIssues(rule, value, field)
  // What stands in it is looked at as the text that it is.
  if (isPassage(rule))
    return isData(value) && isData(value.root) && Object.keys(value).length === 1
      ? []
      : [{ code: 'nodeFieldWrong', field, expects: 'passage' }]
  if (isThere && rule.is(value)) return []
  const character = typeof value === 'string' ? unreadableCharacter(value) : undefined
  if (character) return [{ code: 'nodeFieldUnreadable', field, character }]
  return [{ code: 'nodeFieldWrong', field, expects: rule.expects }]
}

function entryIssues({ entries, max }: Entries, value: unknown, field: string): Found[] {
  if (!Array.isArray(value) || value.length > max || !value.every(isData))
    return [{ code: 'nodeFieldWrong', field, expects: 'entries' }]
  return value.flatMap((entry, index) => fieldIssues(entries, entry, `${field}.${index}.`))
}

function fieldIssues(fields: Fields, data: Data, prefix = ''): Found[] {
  const unknown = Object.keys(data)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name): Found => ({ code: 'nodeFieldUnknown', field: prefix + name }))
  const wrong = Object.entries(fields).flatMap(([name, rule]) =>
    valueIssues(rule, data[name], prefix + name),
  )
  return [...unknown, ...wrong]
}

interface Step {
  node: unknown
  parent: string
  at: Place
  kind: TextKind
}

function issuesOf({ kind, node, parent }: Step): Found[] {
  if (!isData(node) || typeof node.type !== 'string') return [{ code: 'nodeUnknown' }]
  const { type, children, ...data } = node
  const rule = Object.hasOwn(NODES, type) ? NODES[type] : undefined
  if (!rule) return [{ code: 'nodeUnknown' }]
  const isPlaced = parent === '' ? type === 'root' : NODES[parent]?.holds?.includes(type)
  if (!isPlaced) return [{ code: 'nodeMisplaced', inside: parent || 'text' }]
  const block = 'fields' in data && isData(data.fields) ? data.fields.blockType : undefined
  const isOffered = mayHold(kind, type) && (!isNamedBlock(type, block) || mayHoldBlock(kind, block))
  if (parent !== '' && !isOffered) return [{ code: 'nodeNotAllowed' }]
  const isWhole = rule.holds ? Array.isArray(children) : children === undefined
  const family: Found[] = rule.holds
    ? [{ code: 'nodeWithoutChildren' }]
    : [{ code: 'nodeFieldUnknown', field: 'children' }]
  return [...(isWhole ? [] : family), ...fieldIssues(rule.fields, data)]
}

/** A block that there is, wherever it may stand: of any other name its field says that it is none. */
const isNamedBlock = (type: string, block: unknown): boolean =>
  (type === 'block' || type === 'inlineBlock') && fieldsOf(block) !== undefined

const typeOf = (node: unknown): string =>
  isData(node) && typeof node.type === 'string' ? node.type : ''

/** The place of a text inside of a block is that of the block, and its number among the texts of the block. */
function stepsBelow({ at, kind, node }: Step): Step[] {
  const children = childNodes(node).map((child, index) => ({
    node: child,
    parent: typeOf(node),
    at: [...at, index + 1],
    kind,
  }))
  const passages = passagesOf(node).map(({ root }, index) => ({
    node: root,
    parent: '',
    at: [...at, index + 1],
    kind: 'passage' as const,
  }))
  return [...children, ...passages]
}

/** The children of a node, and those of the texts inside of a block. */
const allBelow = (node: unknown): unknown[] => [
  ...childNodes(node),
  ...passagesOf(node).flatMap(({ root }) => childNodes(root)),
]

/** Every node of the text, parents before children, however deep it goes. */
function* nodesOf(root: unknown): Generator<Data> {
  const waiting = [root]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (isData(node)) yield node
    for (const child of allBelow(node).toReversed()) waiting.push(child)
  }
}

/** In UTF-16 code units, as `LIMITS` counts. */
export function textLength(value: unknown): number {
  let length = 0
  if (!isData(value)) return length
  const count = (words: unknown) => (length += typeof words === 'string' ? words.length : 0)
  for (const node of nodesOf(value.root)) {
    count(node.text)
    for (const field of blockFields(node)) count(field.value)
  }
  return length
}

/** The first words below a node, so that an editor finds it. Walks no further than it has to. */
function firstWords(block: unknown): string {
  let words = ''
  for (const { text } of nodesOf(block)) {
    if (typeof text === 'string') words += text.slice(0, WORDS_LENGTH)
    if (words.length >= WORDS_LENGTH) break
  }
  return readable(words.slice(0, WORDS_LENGTH).trim())
}

/** The checklist has a better name for a link without a target: linkIssues.ts. */
export const isAboutAddress = (issue: ShapeIssue): boolean =>
  'field' in issue && issue.field === 'fields.url'

/**
 * Every reason why the text may not be stored, in reading order, the first ones of many; empty when it may. A text may
 * still be unfinished, such as a link without an address: what publishing asks of it is the checklist's.
 * @param value anything at all
 */
export function textShapeIssues(kind: TextKind, value: unknown): ShapeIssue[] {
  const nowhere = { at: [], words: '', type: '' }
  if (!isData(value) || !isData(value.root)) return [{ ...nowhere, code: 'noRichText' }]
  const issues: ShapeIssue[] = Object.keys(value)
    .filter((name) => name !== 'root')
    .map((field) => ({ ...nowhere, code: 'nodeFieldUnknown', field }))
  const waiting: Step[] = [{ node: value.root, parent: '', at: [], kind }]
  for (let count = 0; waiting.length > 0 && issues.length < MAX_ISSUES; count++) {
    if (count === MAX_NODES)
      return [...issues, { ...nowhere, code: 'textOfTooManyNodes', max: MAX_NODES }]
    const step = waiting.pop() as Step
    const { at, node } = step
    const block = at[0] === undefined ? undefined : childNodes(value.root)[at[0] - 1]
    const place = { at, words: '', type: typeOf(node) }
    const found: Found[] =
      at.length > MAX_DEPTH ? [{ code: 'textTooDeep', max: MAX_DEPTH }] : issuesOf(step)
    if (found.length > 0) place.words = firstWords(block)
    issues.push(...found.map((issue) => ({ ...place, ...issue }) as ShapeIssue))
    if (at.length > MAX_DEPTH) continue
    // A node that is unknown says so once, whatever is in it.
    if (!Object.hasOwn(NODES, typeOf(node))) continue
    for (const child of stepsBelow(step).reverse()) waiting.push(child)
  }
  return issues.slice(0, MAX_ISSUES)
}
