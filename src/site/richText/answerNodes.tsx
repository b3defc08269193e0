// Renders the nodes of an answer, and for its markup exactly what search engines accept there, without attributes but `href`.
import { inlineText } from '@/domain/text/plainText'
import {
  MARK_ELEMENTS,
  marksOf,
  type LinkNode,
  type Mark,
  type TextNode,
} from '@/domain/text/richText'
import type { ReactNode } from 'react'
import type { LinkResolver } from './links'
import type { NodeTable } from './RichText'

export interface AnswerScope {
  href: LinkResolver
}

const renderLink = (node: LinkNode, children: ReactNode, { href }: AnswerScope): ReactNode => {
  const address = href(node)
  return address ? <a href={address}>{children}</a> : children
}

function renderText({ format, text }: TextNode, isShown: (mark: Mark) => boolean = () => true) {
  return marksOf(format)
    .filter(isShown)
    .reduce<ReactNode>((inner, mark) => {
      const Element = MARK_ELEMENTS[mark]
      return <Element>{inner}</Element>
    }, text)
}

export const answerNodes: NodeTable<AnswerScope> = {
  text: (node) => renderText(node),
  linebreak: () => <br />,
  link: renderLink,
  autolink: renderLink,
  paragraph: (node, children) => (inlineText(node.children) === '' ? null : <p>{children}</p>),
  list: ({ tag: List }, children) => <List>{children}</List>,
  listitem: (_node, children) => <li>{children}</li>,
}

/** Google leaves out every element but those of NOT_IN_ANSWERS (domain/text/textShape.ts), so their words stand alone. */
export const markupNodes: NodeTable<AnswerScope> = {
  ...answerNodes,
  text: (node) => renderText(node, (mark) => mark === 'bold' || mark === 'italic'),
}
