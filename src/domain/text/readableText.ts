// Makes a stored rich text readable though it may be older than the description of what one holds: all of it that fits.
import { readable } from './characters'
import { isData } from '../values/isData'
import type { RichText } from './richText'
import { childNodes } from './richTextWalk'
import { isEntries, isGroup, isPassage, type Fields, type Rule } from './textFields'
import { INLINE, MAX_DEPTH, mayHold, mayHoldBlock, NODES, type TextKind } from './textShape'

type Data = Record<string, unknown>
type Node = Data & { type: string }

/** The value as it can be shown; undefined where there is none and nothing can be in its place. */
function fittingValue(rule: Rule, value: unknown): unknown {
  if (isPassage(rule)) return readableText('passage', value)
  if (isEntries(rule)) {
    const entries = Array.isArray(value) ? value.filter(isData).slice(0, rule.max) : []
    return entries.flatMap((entry) => fitting(rule.entries, entry) ?? [])
  }
  if (isGroup(rule)) {
    if (!isData(value)) return undefined
    return fitting(typeof rule.fields === 'function' ? rule.fields(value) : rule.fields, value)
  }
  const isThere = value !== undefined && value !== null
  return isThere && rule.is(value) ? value : rule.instead?.(value)
}

/** The fields that fit and, where one does not, its replacement; undefined when one is missing that has none. */
function fitting(fields: Fields, data: Data): Data | undefined {
  const fit: Data = {}
  for (const [name, rule] of Object.entries(fields)) {
    const shown = fittingValue(rule, data[name])
    if (shown !== undefined) fit[name] = shown
    else if (rule.required) return undefined
  }
  return fit
}

/** Every word below a node on one line, however deep it lies. */
function wordsBelow(node: unknown): string {
  const waiting = [node]
  const words: string[] = []
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (!isData(next)) continue
    if (typeof next.text === 'string') words.push(next.text)
    for (const child of childNodes(next).toReversed()) waiting.push(child)
  }
  return readable(words.join(' ').trim())
}

const textNode = (text: string): Node => ({ type: 'text', text, format: 0 })

/** What takes up a line of text where only blocks, items, cells or rows may stand. */
const LINE_NODES: Readonly<Record<string, (line: Node[]) => Node>> = {
  paragraph: (children) => ({ type: 'paragraph', children }),
  listitem: (children) => ({ type: 'listitem', children }),
  tablecell: (line) => ({
    type: 'tablecell',
    format: '',
    headerState: 0,
    children: [{ type: 'paragraph', children: line }],
  }),
  tablerow: (line) => ({ type: 'tablerow', children: [LINE_NODES.tablecell!(line)] }),
}

/** The children that fit, in order; what cannot stand here leaves its own children in its place. */
function childrenIn(
  kind: TextKind,
  holds: readonly string[],
  children: unknown[],
  depth: number,
): Node[] {
  const fit: Node[] = []
  let line: Node[] = []
  const takesText = holds.includes('text')
  const toLine = LINE_NODES[Object.keys(LINE_NODES).find((type) => holds.includes(type)) ?? '']
  const endLine = () => {
    if (line.length > 0 && toLine) fit.push(toLine(line))
    line = []
  }
  let isBroken = false
  const put = (node: Node) => {
    if (isBroken && takesText && fit.length > 0) fit.push({ type: 'linebreak' })
    isBroken = false
    if (INLINE.includes(node.type) && !takesText) line.push(node)
    else {
      endLine()
      fit.push(node)
    }
  }
  const breakLine = () => {
    endLine()
    isBroken = true
  }
  const take = (child: unknown, level: number): void => {
    if (!isData(child)) return
    if (level > MAX_DEPTH) {
      const words = wordsBelow(child)
      if (words) put(textNode(words))
      return
    }
    const node = nodeIn(kind, takesText ? holds : [...holds, ...INLINE], child, level)
    if (node) return put(node)
    if (typeof child.text === 'string') return put(textNode(readable(child.text)))
    const inner = childNodes(child)
    if (inner.length === 0) return
    breakLine()
    for (const one of inner) take(one, level + 1)
    breakLine()
  }
  for (const child of children) take(child, depth)
  endLine()
  return fit
}

/** The node as it fits into one that holds these kinds; undefined when it cannot stand there. */
function nodeIn(
  kind: TextKind,
  holds: readonly string[],
  node: Data,
  depth: number,
): Node | undefined {
  const { type, children: _, ...data } = node
  if (typeof type !== 'string' || !holds.includes(type) || !mayHold(kind, type)) return undefined
  const rule = NODES[type]
  const fields = rule && fitting(rule.fields, data)
  if (!fields) return undefined
  if (isData(fields.fields) && 'blockType' in fields.fields)
    if (!mayHoldBlock(kind, fields.fields.blockType)) return undefined
  return rule.holds
    ? { type, ...fields, children: childrenIn(kind, rule.holds, childNodes(node), depth + 1) }
    : { type, ...fields }
}

/**
 * The text as it can be shown everywhere, without a fault: unknown nodes leave their words, wrong fields get the usual value.
 * A text that fits comes out the same, less what no reader gets.
 * @param value as stored; anything at all
 */
export function readableText(kind: TextKind, value: unknown): RichText {
  const children = isData(value) && isData(value.root) ? childNodes(value.root) : []
  const holds = NODES.root?.holds ?? []
  return { root: { type: 'root', children: childrenIn(kind, holds, children, 1) } } as RichText
}
