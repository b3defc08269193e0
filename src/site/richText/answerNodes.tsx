// Renders the nodes of an answer: exactly what search engines accept in FAQ markup, without attributes but `href`.
import { inlineText } from '@/domain/text/plainText'
import { TEXT_FORMAT, type LinkNode } from '@/domain/text/richText'
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

export const answerNodes: NodeTable<AnswerScope> = {
  text: ({ text, format }) => {
    const italic = format & TEXT_FORMAT.italic ? <em>{text}</em> : text
    return format & TEXT_FORMAT.bold ? <strong>{italic}</strong> : italic
  },
  linebreak: () => <br />,
  link: renderLink,
  autolink: renderLink,
  paragraph: (node, children) => (inlineText(node.children) === '' ? null : <p>{children}</p>),
  list: ({ tag: List }, children) => <List>{children}</List>,
  listitem: (_node, children) => <li>{children}</li>,
}
