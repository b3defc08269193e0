// Turns rich text into the nodes of a Markdown tree (mdast): each kind of node has its row in a table.
import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { absoluteUrl } from '../../addresses/paths'
import type { FaqItem, Image, ReadAlsoLink, Site } from '../../articles/article'
import type { HeadingAnchor } from '../../articles/headings'
import { readAlsoHref } from '../../articles/readAlso'
import {
  TEXT_FORMAT,
  type BlockLevelNode,
  type BlockNode,
  type InlineNode,
  type LinkNode,
  type ListItemNode,
} from '../../text/richText'
import {
  childrenOf,
  itemsWithSublists,
  referenceIds,
  type RichTextNode,
} from '../../text/richTextWalk'
import { textNode, trimLines, wrapWords } from './phrasing'

/** What the nodes point at, by node or by id; what is absent is not shown. */
export interface MarkdownScope {
  site: Site
  /** The absolute address of a link; null for what may not be linked. */
  href: (link: LinkNode) => string | null
  headings: ReadonlyMap<RichTextNode, HeadingAnchor>
  faqSections: ReadonlyMap<RichTextNode, FaqItem[]>
  readAlsoLinks: ReadonlyMap<number, ReadAlsoLink>
  images: ReadonlyMap<number, Image>
}

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

type OwnBlock = BlockNode['fields']

type OwnBlockRows = {
  [Type in OwnBlock['blockType']]: (
    fields: Extract<OwnBlock, { blockType: Type }>,
    scope: MarkdownScope,
    node: BlockNode,
  ) => RootContent[]
}

/** By the bit of `TextNode.format`, the innermost mark first. */
const MARKS = [
  [TEXT_FORMAT.italic, 'emphasis'],
  [TEXT_FORMAT.bold, 'strong'],
] as const

const toMarkdownLink = (node: LinkNode, scope: MarkdownScope): PhrasingContent[] => {
  const url = scope.href(node)
  const words = toPhrasing(node.children, scope)
  return url ? wrapWords(words, (children) => ({ type: 'link', url, children })) : words
}

const INLINE: InlineRows = {
  text: ({ text, format }) =>
    MARKS.filter(([bit]) => format & bit).reduce<PhrasingContent[]>(
      (inner, [, type]) => wrapWords(inner, (children) => ({ type, children })),
      [textNode(text)],
    ),
  linebreak: () => [{ type: 'break' }],
  link: toMarkdownLink,
  autolink: toMarkdownLink,
}

const OWN_BLOCKS: OwnBlockRows = {
  readAlso: ({ link: reference }, { readAlsoLinks, site }) => {
    const link = rowOf(reference, readAlsoLinks)
    const href = link && readAlsoHref(link)
    if (!href) return []
    const children = [textNode(link.title)]
    return toParagraph([
      textNode('Read also: '),
      { type: 'link', url: absoluteUrl(site.url, href), children },
    ])
  },
  faqSection: (_fields, scope, node) => {
    const items = scope.faqSections.get(node)
    if (!items) return []
    return [
      toHeading(2, [textNode(scope.headings.get(node)?.text ?? '')]),
      ...items.flatMap((item) => [
        toHeading(3, [textNode(item.question)]),
        ...toMarkdownNodes(item.answer.root.children, scope),
      ]),
    ]
  },
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
  block: (node, scope) => {
    const row = OWN_BLOCKS[node.fields.blockType] as OwnBlockRows[keyof OwnBlockRows] | undefined
    return row ? row(node.fields as never, scope, node) : []
  },
}

/** The row that a relationship points at. */
function rowOf<Row>(reference: unknown, rows: ReadonlyMap<number, Row>): Row | undefined {
  const [id] = referenceIds(reference)
  return id === undefined ? undefined : rows.get(id)
}

export const toHeading = (depth: 1 | 2 | 3, words: readonly PhrasingContent[]): RootContent => ({
  type: 'heading',
  depth,
  children: trimLines(words),
})

type Paragraph = Extract<RootContent, { type: 'paragraph' }>

/** None when there is nothing to say. */
export function toParagraph(words: readonly PhrasingContent[]): Paragraph[] {
  const children = trimLines(words)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
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
