// Goes through a rich text's nodes in reading order.
import { isData } from '../values/isData'
import type { BlockLevelNode, InlineNode, ListItemNode, ListNode } from './richText'

export type RichTextNode = BlockLevelNode | InlineNode | ListItemNode

/** A node's children; none for leaves. */
export const childrenOf = (node: RichTextNode): readonly RichTextNode[] =>
  Array.isArray(node.children) ? (node.children as RichTextNode[]) : []

/** The same of what may be no node at all. */
export const childNodes = (node: unknown): unknown[] =>
  isData(node) && Array.isArray(node.children) ? node.children : []

/** Every node below and including `nodes`, parents before children. */
export function* walk(nodes: readonly RichTextNode[]): Generator<RichTextNode> {
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
}

/**
 * The ids in a stored relationship: an id, an object with an id once populated, or a list of either. None for what is
 * neither, because a draft may hold an unfinished block.
 */
export function referenceIds(reference: unknown): number[] {
  if (typeof reference === 'number') return [reference]
  if (Array.isArray(reference)) return reference.flatMap(referenceIds)
  if (typeof reference !== 'object' || reference === null) return []
  return 'id' in reference && typeof reference.id === 'number' ? [reference.id] : []
}

const isSublist = (item: ListItemNode): boolean =>
  item.children.length > 0 && item.children.every((child) => child.type === 'list')

/** Lexical puts a nested list into an item of its own; in HTML and Markdown it belongs to the item before it. */
export function itemsWithSublists(list: ListNode): ListItemNode[] {
  return list.children.reduce<ListItemNode[]>((items, item) => {
    const previous = items.at(-1)
    if (!previous || !isSublist(item)) return [...items, item]
    return [
      ...items.slice(0, -1),
      { ...previous, children: [...previous.children, ...item.children] },
    ]
  }, [])
}
