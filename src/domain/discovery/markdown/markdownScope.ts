// Describes what a text that becomes Markdown knows of the rows that it names.
import type { FaqItem, Image, ReadAlsoLink, Site } from '../../articles/article'
import type { Footnote } from '../../articles/footnotes'
import type { HeadingAnchor } from '../../articles/headings'
import type { LinkNode } from '../../text/richText'
import type { RichTextNode } from '../../text/richTextWalk'

/** What the nodes point at, by node or by id; what is absent is not shown. */
export interface MarkdownScope {
  site: Site
  /** The absolute address of a link; null for what may not be linked. */
  href: (link: LinkNode) => string | null
  /** The absolute address of an article, by its row as stored. */
  articleHref: (reference: unknown) => string | null
  headings: ReadonlyMap<RichTextNode, HeadingAnchor>
  faqSections: ReadonlyMap<RichTextNode, FaqItem[]>
  readAlsoLinks: ReadonlyMap<number, ReadAlsoLink>
  images: ReadonlyMap<number, Image>
  footnotes: readonly Footnote[]
}
