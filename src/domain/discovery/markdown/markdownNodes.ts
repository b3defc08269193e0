// Turns rich text into the nodes of a Markdown tree (mdast): each kind of node has its row in a table.
import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { absoluteUrl } from '../../addresses/paths'
import {
  marksOf,
  type BlockLevelNode,
  type InlineNode,
  type LinkNode,
  type ListItemNode,
  type Mark,
  type TableCellNode,
} from '../../text/richText'
import { childrenOf, itemsWithSublists, walk, type RichTextNode } from '../../text/richTextWalk'
import { toMarkdownBlock } from './markdownBlocks'
import type { MarkdownScope } from './markdownScope'
import { toMarkdownTable } from './markdownTable'
import { rowOf, textNode, toHeading, toParagraph, trimLines, wrapWords } from './phrasing'

/** The nodes whose `type` may be `Type`; a link's may be two. */
type NodeOf<Type, Node = RichTextNode> = Node extends { type: infer Types }
  ? Type extends Types
    ? Node
    : never
  : never

type InlineRows = {
  [Type in InlineNode['type']]: (node: NodeOf<Type>, scope: MarkdownScope) => PhrasingContent[]
}

type BlockRows = {
  [Type in BlockLevelNode['type']]: (node: NodeOf<Type>, scope: MarkdownScope) => RootContent[]
}

type Wrap = (inner: PhrasingContent[]) => PhrasingContent[]

/** CommonMark allows HTML within a line (6.6): there is no sign for these two, and `~~` means nothing beside punctuation. */
const inHtml =
  (tag: string): Wrap =>
  (inner) => [{ type: 'html', value: `<${tag}>` }, ...inner, { type: 'html', value: `</${tag}>` }]

const inMark =
  (type: 'emphasis' | 'strong'): Wrap =>
  (inner) =>
    wrapWords(inner, (children) => ({ type, children }))

/** The innermost first: emphasis neither opens nor closes between a letter and a `<` (6.2). Code has no marks within. */
const MARK_ROWS: [Mark, Wrap][] = [
  ['italic', inMark('emphasis')],
  ['bold', inMark('strong')],
  ['subscript', inHtml('sub')],
  ['superscript', inHtml('sup')],
  ['strikethrough', inHtml('del')],
]

const HTML_MARKS: readonly Mark[] = ['subscript', 'superscript', 'strikethrough']

const toMarkdownLink = (node: LinkNode, scope: MarkdownScope): PhrasingContent[] => {
  const url = scope.href(node)
  const words = toPhrasing(node.children, scope)
  return url ? wrapWords(words, (children) => ({ type: 'link', url, children })) : words
}

const INLINE: InlineRows = {
  text: ({ text, format }) => {
    if (text.trim() === '') return text === '' ? [] : [textNode(text)]
    const marks = marksOf(format)
    const isCode = marks.includes('code')
    const words: PhrasingContent = isCode ? { type: 'inlineCode', value: text } : textNode(text)
    return MARK_ROWS.filter(
      ([mark]) => marks.includes(mark) && (!isCode || HTML_MARKS.includes(mark)),
    ).reduce<PhrasingContent[]>((inner, [, wrap]) => wrap(inner), [words])
  },
  inlineBlock: (node, { footnotes }) => {
    const note = footnotes.find((one) => one.node === node)
    return note ? [{ type: 'footnoteReference', identifier: String(note.number) }] : []
  },
  linebreak: () => [{ type: 'break' }],
  link: toMarkdownLink,
  autolink: toMarkdownLink,
}

const BLOCKS: BlockRows = {
  paragraph: ({ children }, scope) => toParagraph(toPhrasing(children, scope)),
  heading: (node, scope) => {
    const heading = scope.headings.get(node)
    return heading ? [toHeading(heading.level, toPhrasing(node.children, scope))] : []
  },
  list: (node, scope) => {
    // An item that says nothing cannot begin a list below a line (CommonMark, 5.3).
    const items = itemsWithSublists(node)
      .map((item) => toListItem(item, scope))
      .filter(({ children }) => children.length > 0)
    const start = node.tag === 'ol' ? node.start : undefined
    const ordered = node.tag === 'ol'
    return items.length > 0
      ? [{ type: 'list', ordered, start, spread: false, children: items }]
      : []
  },
  quote: ({ children }, scope) => {
    const said = toParagraph(toPhrasing(children, scope))
    return said.length > 0 ? [{ type: 'blockquote', children: said }] : []
  },
  upload: ({ value }, { images, site }) => {
    const image = rowOf(value, images)
    if (!image) return []
    return toParagraph([{ type: 'image', url: absoluteUrl(site.url, image.url), alt: image.alt }])
  },
  horizontalrule: () => [{ type: 'thematicBreak' }],
  table: (node, scope) => toMarkdownTable(node, (cell) => toLine(cell, scope)),
  block: (node, scope) =>
    toMarkdownBlock({ node, scope, passage: ({ root }) => toMarkdownNodes(root.children, scope) }),
}

/** The words of a cell on one line. */
const toLine = (cell: TableCellNode, scope: MarkdownScope): PhrasingContent[] => {
  const lines = [...walk(cell.children)]
    .filter(({ type }) => type === 'paragraph' || type === 'listitem')
    .map((line) => childrenOf(line).filter(({ type }) => type !== 'list'))
  const words = lines.flatMap((line, index) => [
    ...(index > 0 ? [textNode(' ')] : []),
    ...toPhrasing(line, scope).map((node) => (node.type === 'break' ? textNode(' ') : node)),
  ])
  return trimLines(words)
}

/** Right below a line, a list has to begin with words, and with 1 if it counts (CommonMark, 5.3). */
const mayFollowLine = (node: RootContent): boolean =>
  node.type === 'list' &&
  (node.start ?? 1) === 1 &&
  node.children[0]?.children[0]?.type === 'paragraph'

function toListItem({ children }: ListItemNode, scope: MarkdownScope): ListItem {
  const own = children.filter((child) => child.type !== 'list')
  const lists = toMarkdownNodes(
    children.filter((child) => child.type === 'list'),
    scope,
  )
  return {
    type: 'listItem',
    spread: !lists.every(mayFollowLine),
    children: [...toParagraph(toPhrasing(own, scope)), ...(lists as ListItem['children'])],
  }
}

/** Inline nodes; a kind without a row gives its words, so that nothing a writer typed disappears. */
const toPhrasing = (nodes: readonly RichTextNode[], scope: MarkdownScope): PhrasingContent[] =>
  nodes.flatMap((node) => {
    const row = INLINE[node.type as InlineNode['type']] as InlineRows[keyof InlineRows] | undefined
    if (row) return row(node as never, scope)
    return typeof node.text === 'string'
      ? [textNode(node.text)]
      : toPhrasing(childrenOf(node), scope)
  })

/** Nodes that stand on their own; a kind without a row gives its words as a paragraph. */
export const toMarkdownNodes = (
  nodes: readonly BlockLevelNode[],
  scope: MarkdownScope,
): RootContent[] =>
  nodes.flatMap((node) => {
    const row = BLOCKS[node.type] as BlockRows[keyof BlockRows] | undefined
    return row ? row(node as never, scope) : toParagraph(toPhrasing([node], scope))
  })
