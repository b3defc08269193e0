// Renders the nodes of an article's body: those of an answer, and headings, quotes, images, tables and blocks.
import type { ReactNode } from 'react'
import { isEmptyRichText } from '@/domain/text/plainText'
import { HEADER_OF, type LinkNode, type RichText as RichTextValue } from '@/domain/text/richText'
import type { RichTextNode } from '@/domain/text/richTextWalk'
import { Figure } from '@/site/media/Figure'
import { answerNodes } from './answerNodes'
import { renderBlock, rowOf } from './blocks/blockNodes'
import { FootnoteSign } from './blocks/Footnotes'
import { Cell, Table } from './blocks/Table'
import type { BodyScope } from './bodyScope'
import { RichText, type NodeTable } from './RichText'

const renderLink = (node: LinkNode, children: ReactNode, { href }: BodyScope): ReactNode => {
  const address = href(node)
  if (!address) return children
  if (!node.fields.newTab) return <a href={address}>{children}</a>
  return (
    <a href={address} target="_blank" rel="noopener">
      {children} (opens in new tab)
    </a>
  )
}

export const bodyNodes: NodeTable<BodyScope> = {
  ...answerNodes,
  link: renderLink,
  autolink: renderLink,
  list: ({ tag: List, start }, children) => (
    <List start={List === 'ol' && start > 1 ? start : undefined}>{children}</List>
  ),
  heading: (node, children, { headings }) => {
    const heading = headings.get(node)
    if (!heading) return null
    const Heading = `h${heading.level}` as const
    return <Heading id={heading.anchor}>{children}</Heading>
  },
  quote: (_node, children) => (
    <blockquote>
      <p>{children}</p>
    </blockquote>
  ),
  upload: (node, _children, { images }) => {
    const image = rowOf(node.value, images)
    return image ? <Figure image={image} /> : null
  },
  horizontalrule: () => <hr />,
  table: ({ $, children }, _rows, scope) => {
    const isHead = children.map((row) =>
      row.children.every((cell) => cell.headerState & HEADER_OF.column),
    )
    const firstOfBody = isHead.includes(false) ? isHead.indexOf(false) : 0
    const show = (nodes: readonly RichTextNode[]) =>
      nodes.length > 0 ? <RichText nodes={nodes} table={bodyNodes} scope={scope} /> : null
    const [head, body] = [children.slice(0, firstOfBody), children.slice(firstOfBody)]
    return body.length > 0 ? (
      <Table caption={$?.caption} head={show(head)} body={show(body)} />
    ) : null
  },
  tablerow: (_node, children) => <tr>{children}</tr>,
  tablecell: (node, children, scope) => {
    const [only, ...others] = node.children
    // One paragraph alone is the cell's words.
    const words =
      only?.type === 'paragraph' && others.length === 0 ? (
        <RichText nodes={only.children} table={bodyNodes} scope={scope} />
      ) : (
        children
      )
    return <Cell node={node}>{words}</Cell>
  },
  block: (node, _children, scope) =>
    renderBlock({
      node,
      scope,
      passage: (text: RichTextValue) =>
        isEmptyRichText(text) ? null : (
          <RichText nodes={text.root.children} table={bodyNodes} scope={scope} />
        ),
    }),
  inlineBlock: (node, _children, { footnotes }) => {
    const note = footnotes.find((one) => one.node === node)
    return note ? <FootnoteSign number={note.number} /> : null
  },
}
