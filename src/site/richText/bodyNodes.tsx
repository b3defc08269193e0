// Renders the nodes of an article's body: those of an answer, and headings, quotes, images and our two blocks.
import type { ReactNode } from 'react'
import type { FaqItem, Image, ReadAlsoLink } from '@/domain/articles/article'
import type { HeadingAnchor } from '@/domain/articles/headings'
import type { LinkNode } from '@/domain/text/richText'
import { referenceIds, type RichTextNode } from '@/domain/text/richTextWalk'
import { FaqSection } from '@/site/richText/FaqSection'
import { Figure } from '@/site/media/Figure'
import { ReadAlso } from '@/site/richText/ReadAlso'
import { answerNodes, type AnswerScope } from './answerNodes'
import type { NodeTable } from './RichText'

/** What the nodes point at, by node or by id; what is absent is not shown. */
export interface BodyScope extends AnswerScope {
  articlePath: string
  headings: ReadonlyMap<RichTextNode, HeadingAnchor>
  faqSections: ReadonlyMap<RichTextNode, FaqItem[]>
  readAlsoLinks: ReadonlyMap<number, ReadAlsoLink>
  images: ReadonlyMap<number, Image>
}

/** The row that a relationship points at. */
function rowOf<Row>(reference: unknown, rows: ReadonlyMap<number, Row>): Row | undefined {
  const [id] = referenceIds(reference)
  return id === undefined ? undefined : rows.get(id)
}

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
    const Tag = heading.level === 2 ? 'h2' : 'h3'
    return <Tag id={heading.anchor}>{children}</Tag>
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
  block: (node, _children, scope) => {
    if (node.fields.blockType === 'readAlso') {
      const target = rowOf(node.fields.link, scope.readAlsoLinks)
      return target ? <ReadAlso link={target} /> : null
    }
    const heading = scope.headings.get(node)
    const items = scope.faqSections.get(node)
    if (!heading || !items) return null
    return (
      <FaqSection
        heading={heading}
        items={items}
        articlePath={scope.articlePath}
        href={scope.href}
      />
    )
  },
}
