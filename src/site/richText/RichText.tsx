// Renders rich text with React: each kind of node has its renderer in a table.
import { Fragment, type ReactNode } from 'react'
import { childrenOf, itemsWithSublists, type RichTextNode } from '@/domain/text/richTextWalk'

/** What a kind of node becomes, given its rendered children and what the page knows. */
export type NodeTable<Scope> = {
  [Type in RichTextNode['type']]?: (
    node: Extract<RichTextNode, { type: Type }>,
    children: ReactNode,
    scope: Scope,
  ) => ReactNode
}

type Renderer<Scope> = (node: RichTextNode, children: ReactNode, scope: Scope) => ReactNode

interface Props<Scope> {
  nodes: readonly RichTextNode[]
  table: NodeTable<Scope>
  scope: Scope
}

/** Kinds of nodes that are not in the table show their text, so that nothing a writer typed disappears. */
export function RichText<Scope>({ nodes, table, scope }: Props<Scope>): ReactNode {
  return nodes.map((node, index) => {
    const inner = node.type === 'list' ? itemsWithSublists(node) : childrenOf(node)
    const children =
      inner.length > 0 ? <RichText nodes={inner} table={table} scope={scope} /> : null
    const render = table[node.type] as Renderer<Scope> | undefined
    const fallback = typeof node.text === 'string' ? node.text : children
    return <Fragment key={index}>{render ? render(node, children, scope) : fallback}</Fragment>
  })
}
