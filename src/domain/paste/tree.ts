// Describes pasted HTML as a plain tree, and reads and regroups its nodes.

export interface PastedElement {
  /** In lower case, such as `h1`. */
  name: string
  attributes: Readonly<Record<string, string>>
  /** What the element's own `style` says, by CSS property, such as `text-decoration`. */
  style: Readonly<Record<string, string>>
  children: readonly PastedNode[]
}

export type PastedNode = PastedElement | string

export const isElement = (node: PastedNode): node is PastedElement => typeof node !== 'string'

export const makeElement = (
  name: string,
  children: readonly PastedNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): PastedElement => ({ name, attributes, style: {}, children })

/** The text below a node, at any depth. */
export const textBelow = (node: PastedNode): string =>
  isElement(node) ? node.children.map(textBelow).join('') : node

const INLINE_NAMES = ['a', 'br', 'em', 'strong']

/** Of a fitted tree: part of a line, in contrast to a block. */
export const isInline = (node: PastedNode): boolean =>
  !isElement(node) || INLINE_NAMES.includes(node.name)

const isGap = (node: PastedNode): boolean =>
  isElement(node) ? node.name === 'br' : node.trim() === ''

/** A line without the gaps around it; empty when nothing of it can be seen. */
function trimmed(line: readonly PastedNode[]): PastedNode[] {
  const first = line.findIndex((node) => !isGap(node))
  const last = line.findLastIndex((node) => !isGap(node))
  return line.slice(first, last + 1).some((node) => textBelow(node).trim() !== '')
    ? line.slice(first, last + 1)
    : []
}

/** Runs of inline nodes become one node each, as `wrap` makes it; blocks go through `change`. Runs without words are left out. */
export function groupLines(
  nodes: readonly PastedNode[],
  wrap: (line: PastedNode[]) => PastedNode[],
  change: (block: PastedElement) => PastedNode[] = (block) => [block],
): PastedNode[] {
  const out: PastedNode[] = []
  let line: PastedNode[] = []
  const endLine = () => {
    const words = trimmed(line)
    if (words.length > 0) out.push(...wrap(words))
    line = []
  }
  for (const node of nodes) {
    if (!isElement(node) || isInline(node)) {
      line.push(node)
      continue
    }
    endLine()
    out.push(...change(node))
  }
  endLine()
  return out
}

/** Blocks and lines as one run of inline nodes with line breaks between; nodes that may not be in a line come apart from it. */
export function joinLines(nodes: readonly PastedNode[]): {
  line: PastedNode[]
  others: PastedElement[]
} {
  const others: PastedElement[] = []
  const line: PastedNode[] = []
  const add = (words: readonly PastedNode[]) => {
    if (line.length > 0) line.push(makeElement('br'))
    line.push(...words)
    return []
  }
  groupLines(nodes, add, (block) => {
    if (block.name === 'img') {
      others.push(block)
      return []
    }
    const inner = joinLines(block.children)
    others.push(...inner.others)
    return inner.line.length > 0 ? add(inner.line) : []
  })
  return { line, others }
}
