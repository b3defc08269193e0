// Going through a rich text's nodes in reading order.
import type { BlockLevelNode, InlineNode, ListItemNode } from './richText'

export type RichTextNode = BlockLevelNode | InlineNode | ListItemNode

/** A node's children; none for leaves. */
export const childrenOf = (node: RichTextNode): readonly RichTextNode[] =>
  Array.isArray(node.children) ? (node.children as RichTextNode[]) : []

/** Every node below and including `nodes`, parents before children. */
export function* walk(nodes: readonly RichTextNode[]): Generator<RichTextNode> {
  for (const node of nodes) {
    yield node
    yield* walk(childrenOf(node))
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
