// Renders questions with open answers, each with a permanent address.
import type { ReactNode } from 'react'
import type { FaqItem } from '@/domain/articles/article'
import { isAtHome } from '@/domain/articles/faq/faqSections'
import type { HeadingAnchor } from '@/domain/articles/headings'
import { faqAnchorId } from '@/domain/addresses/paths'
import { answerNodes } from '@/site/richText/answerNodes'
import type { LinkResolver } from '@/site/richText/links'
import { RichText } from '@/site/richText/RichText'

interface Props {
  heading: HeadingAnchor
  items: FaqItem[]
  /** The article that shows the section. */
  articlePath: string
  href: LinkResolver
}

export function FaqSection({ heading, items, articlePath, href }: Props): ReactNode {
  return (
    <section className="faq" aria-labelledby={heading.anchor}>
      <h2 id={heading.anchor}>{heading.text}</h2>
      {items.map((item) => (
        <Question key={item.id} item={item} articlePath={articlePath} href={href} />
      ))}
    </section>
  )
}

function Question({
  item,
  articlePath,
  href,
}: Pick<Props, 'articlePath' | 'href'> & { item: FaqItem }): ReactNode {
  const id = faqAnchorId(item.anchor)
  const home = isAtHome(item, { path: articlePath }) ? null : item.home
  return (
    // Reader modes drop a `div` that has little text beside a link.
    <section className="question">
      <h3 id={id}>{item.question}</h3>
      {/* Its sign is drawn by the stylesheet, so that its name is all that it says. */}
      <a
        className="permalink"
        href={`#${id}`}
        aria-label={`Link to this answer: ${item.question}`}
      />
      <div className="answer">
        <RichText nodes={item.answer.root.children} table={answerNodes} scope={{ href }} />
      </div>
      {home && (
        <p className="more">
          More on this: <a href={`${home.path}#${id}`}>{home.title}</a>
        </p>
      )}
    </section>
  )
}
