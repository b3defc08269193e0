// Converts pasted lists, quotes and tables into those of a text, or into paragraphs.
import { MAX_DEPTH, mayHold, type TextKind } from '../text/textShape'
import type { NoteLoss } from './losses'
import {
  groupLines,
  isElement,
  isInline,
  joinLines,
  makeElement,
  textBelow,
  type PastedElement,
  type PastedNode,
} from './tree'

/** A level is a list and its item; below the deepest item come a link and its words. */
export const MAX_LIST_LEVELS = Math.floor((MAX_DEPTH - 2) / 2)

export interface Scope {
  kind: TextKind
  note: NoteLoss
  /** How many lists are around. */
  level: number
  /** Fits the nodes within an element. */
  fit: (nodes: readonly PastedNode[], scope: Scope) => PastedNode[]
}

/** What one element becomes; its losses are noted. */
export type Fit = (element: PastedElement, scope: Scope) => PastedNode[]

export const asBlock =
  (name: string) =>
  (line: PastedNode[]): PastedNode[] => [makeElement(name, line)]

const countOf = (nodes: readonly PastedNode[], names: readonly string[]): number =>
  nodes
    .filter(isElement)
    .reduce(
      (sum, node) => sum + Number(names.includes(node.name)) + countOf(node.children, names),
      0,
    )

/** Blocks that come to stand in a line are lines of it from then on. */
function oneLine(
  nodes: readonly PastedNode[],
  note: NoteLoss,
): { line: PastedNode[]; others: PastedElement[] } {
  for (let left = countOf(nodes, ['h2', 'h3']); left > 0; left--) note('heading')
  for (let left = countOf(nodes, ['blockquote']); left > 0; left--) note('quote')
  return joinLines(nodes)
}

export const quote: Fit = ({ children }, scope) => {
  const inner = scope.fit(children, scope)
  if (!mayHold(scope.kind, 'quote')) {
    scope.note('quote')
    return groupLines(inner, asBlock('p'))
  }
  for (let left = countOf(inner, ['ul', 'ol']); left > 0; left--) scope.note('listInQuote')
  const { line, others } = oneLine(inner, scope.note)
  return line.length > 0 ? [makeElement('blockquote', line), ...others] : others
}

/** The box itself, which Google Docs draws as a picture. */
export const isTickMark = ({ name, attributes }: PastedElement): boolean =>
  (name === 'input' && attributes.type === 'checkbox') ||
  attributes['aria-roledescription'] === 'checkbox'

const isTick = (node: PastedNode): boolean =>
  isElement(node) &&
  (isTickMark(node) ||
    node.attributes.role === 'checkbox' ||
    (!['ul', 'ol'].includes(node.name) && node.children.some(isTick)))

const isList = (node: PastedNode): node is PastedElement =>
  isElement(node) && (node.name === 'ul' || node.name === 'ol')

/** An item's words first, then the lists in it, then what a list may not hold. */
function fitItem(
  nodes: readonly PastedNode[],
  scope: Scope,
): { item: PastedNode[]; others: PastedElement[] } {
  const inner = scope.fit(nodes, scope)
  const lists = inner.filter(isList)
  const { line, others } = oneLine(
    inner.filter((node) => !isList(node)),
    scope.note,
  )
  return { item: [...line, ...lists], others }
}

export const list: Fit = ({ name, attributes, children }, { level, ...scope }) => {
  const isTooDeep = level >= MAX_LIST_LEVELS
  if (isTooDeep) scope.note('deepList')
  const out: PastedNode[] = []
  const after: PastedElement[] = []
  for (const child of children) {
    if (!isElement(child) && child.trim() === '') continue
    if (isTick(child)) scope.note('checklist')
    const nodes = isElement(child) && child.name === 'li' ? child.children : [child]
    const { item, others } = fitItem(nodes, { ...scope, level: level + 1 })
    after.push(...others)
    if (item.length > 0) out.push(makeElement('li', item))
  }
  if (out.length === 0) return after
  if (isTooDeep) return [...out.flatMap(asLines), ...after]
  const start: Record<string, string> = /^\d+$/.test(attributes.start ?? '')
    ? { start: attributes.start! }
    : {}
  return [makeElement(name === 'ol' ? 'ol' : 'ul', out, name === 'ol' ? start : {}), ...after]
}

const asLines = (item: PastedNode): PastedNode[] =>
  isElement(item) ? [makeElement('p', joinLines(item.children).line)] : []

const isCell = (node: PastedNode): node is PastedElement =>
  isElement(node) && (node.name === 'td' || node.name === 'th')

/** A row of several short cells is one line; cells that hold blocks of their own are placed one below the other. */
export const row: Fit = ({ children }, scope) => {
  const cells = children.filter(isCell).map((cell) => scope.fit(cell.children, scope))
  const isPlain = cells.every((cell) =>
    cell.every((node) => isInline(node) || (isElement(node) && node.name === 'p')),
  )
  if (!isPlain || cells.length < 2) return cells.flatMap((cell) => groupLines(cell, asBlock('p')))
  const lines = cells.map((cell) => joinLines(cell).line).filter((line) => line.length > 0)
  const line = lines.flatMap((words, index) => (index > 0 ? [' | ', ...words] : words))
  return groupLines(line, asBlock('p'))
}

/** Text between the rows is only the layout of the source. */
export const rowGroup: Fit = ({ children }, scope) => scope.fit(children.filter(isElement), scope)

export const table: Fit = (element, scope) => {
  if (textBelow(element).trim() !== '') scope.note('table')
  return rowGroup(element, scope)
}
