// Goes through a rich text's nodes in reading order.
import { fieldsOf, type BlockField, type BlockFields } from '../blocks/blocks'
import { isData } from '../values/isData'
import type {
  BlockLevelNode,
  InlineNode,
  ListItemNode,
  ListNode,
  RichText,
  TableCellNode,
  TableRowNode,
} from './richText'

export type RichTextNode = BlockLevelNode | InlineNode | ListItemNode | TableRowNode | TableCellNode

/** A node's children; none for leaves. */
export const childrenOf = (node: RichTextNode): readonly RichTextNode[] =>
  Array.isArray(node.children) ? (node.children as RichTextNode[]) : []

/** The same of what may be no node at all. */
export const childNodes = (node: unknown): unknown[] =>
  isData(node) && Array.isArray(node.children) ? node.children : []

/** One field of a block with its value as stored. */
interface FilledField {
  name: string
  field: Exclude<BlockField, { as: 'entries' }>
  value: unknown
}

function filledFields(fields: BlockFields, values: Record<string, unknown>): FilledField[] {
  return Object.entries(fields).flatMap(([name, field]): FilledField[] => {
    const value = values[name]
    if (field.as !== 'entries') return [{ name, field, value }]
    const entries = Array.isArray(value) ? value.filter(isData) : []
    return entries.flatMap((entry) => filledFields(field.of, entry))
  })
}

/** The fields of a block in the order of the table, those of its entries too; none for what is no block. */
export function blockFields(node: unknown): FilledField[] {
  const values = isData(node) && isData(node.fields) ? node.fields : {}
  return filledFields(fieldsOf(values.blockType) ?? {}, values)
}

const isRichText = (value: unknown): value is RichText =>
  isData(value) && isData(value.root) && Array.isArray(value.root.children)

/** The texts inside of a block; none for all other nodes. */
export const passagesOf = (node: unknown): RichText[] =>
  blockFields(node).flatMap(({ field, value }) =>
    field.as === 'passage' && isRichText(value) ? [value] : [],
  )

/** Every node below and including `nodes`, parents before children; those of the texts inside of blocks too. */
export function* walk(nodes: readonly RichTextNode[]): Generator<RichTextNode> {
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    const inside = passagesOf(node).flatMap(({ root }) => root.children)
    for (const child of [...childrenOf(node), ...inside].reverse()) waiting.push(child)
  }
}

/** The same block with each of its fields changed. */
function changeFields(
  fields: BlockFields,
  values: Record<string, unknown>,
  change: (field: FilledField['field'], value: unknown) => unknown,
): Record<string, unknown> {
  const changed = Object.entries(fields)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, field]) => {
      const value = values[name]
      if (field.as !== 'entries') return [name, change(field, value)] as const
      if (!Array.isArray(value)) return [name, value] as const
      const entries = value.map((entry: unknown) =>
        isData(entry) ? changeFields(field.of, entry, change) : entry,
      )
      return [name, entries] as const
    })
  return { ...values, ...Object.fromEntries(changed) }
}

/** The same node with each field of a block changed; every other node as it is. */
export function withBlockFields<Node extends object>(
  node: Node,
  change: (field: FilledField['field'], value: unknown) => unknown,
): Node {
  const values = 'fields' in node && isData(node.fields) ? node.fields : {}
  const fields = fieldsOf(values.blockType)
  return fields ? { ...node, fields: changeFields(fields, values, change) } : node
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
