// Rich text → React: each kind of node has its renderer in a table.
import { Fragment, type ReactNode } from 'react'
import type { ListItemNode, ListNode } from '@/domain/richText'
import { childrenOf, type RichTextNode } from '@/domain/richTextWalk'

/** What a kind of node becomes, given its rendered children and what the page knows. */
export type NodeTable<Scope> = {
  [Type in RichTextNode['type']]?: (
    node: Extract<RichTextNode, { type: Type }>,
    children: ReactNode,
    scope: Scope,
  ) => ReactNode
}

type Renderer<Scope> = (node: RichTextNode, children: ReactNode, scope: Scope) => ReactNode

const isSublist = (item: ListItemNode): boolean =>
  item.children.length > 0 && item.children.every((child) => child.type === 'list')

/** Lexical keeps a nested list in an item of its own; in HTML it belongs to the item before it. */
function itemsWithSublists(list: ListNode): ListItemNode[] {
  return list.children.reduce<ListItemNode[]>((items, item) => {
    const previous = items.at(-1)
    if (!previous || !isSublist(item)) return [...items, item]
    return [
      ...items.slice(0, -1),
      { ...previous, children: [...previous.children, ...item.children] },
    ]
  }, [])
}

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
