// Checks that nodes from another text of an editor such as ours fit into this text as they are.
import { isData } from '../values/isData'
import { INLINE, mayHoldBlock, type TextKind } from '../text/textShape'
import { textShapeIssues } from '../text/textShapeIssues'

/** Lexical's own clipboard format: JSON of `{ namespace, nodes }`. */
export const NODES_TYPE = 'application/x-lexical-editor'

/** Payload's; of others Lexical takes only the HTML. */
const NAMESPACE = 'lexical'

function nodesIn(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    const isOurs = isData(value) && value.namespace === NAMESPACE && Array.isArray(value.nodes)
    return isOurs ? (value.nodes as unknown[]) : []
  } catch {
    return []
  }
}

/** A part of a line is copied without its paragraph. */
const asBlock = (node: unknown): unknown =>
  isData(node) && INLINE.includes(String(node.type))
    ? { type: 'paragraph', children: [node] }
    : node

/** True for nodes that the text may store just so; they need no HTML. */
export function fitAsNodes(kind: TextKind, json: string): boolean {
  const nodes = nodesIn(json)
  const root = { type: 'root', children: nodes.map(asBlock) }
  return nodes.length > 0 && textShapeIssues(kind, { root }).length === 0
}

const isLostBlock = (kind: TextKind, node: unknown): boolean =>
  isData(node) &&
  node.type === 'block' &&
  isData(node.fields) &&
  !mayHoldBlock(kind, node.fields.blockType)

/** How many blocks are among them that the text cannot hold; in HTML there is no sign of one. */
export const countBlocks = (kind: TextKind, json: string): number =>
  nodesIn(json).filter((node) => isLostBlock(kind, node)).length
