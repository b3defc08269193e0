// Describes what a text knows of the page it stands on, and of the rows that it names.
import type { FaqItem, Image, ReadAlsoLink } from '@/domain/articles/article'
import { footnoteId, footnotes, footnoteSignId, type Footnote } from '@/domain/articles/footnotes'
import { headingAnchors, isShown, type HeadingAnchor } from '@/domain/articles/headings'
import type { RichText } from '@/domain/text/richText'
import type { RichTextNode } from '@/domain/text/richTextWalk'
import type { AnswerScope } from './answerNodes'
import { pageLinks } from './links'

/** What the nodes point at, by node or by id; what is absent is not shown. */
export interface BodyScope extends AnswerScope {
  articlePath: string
  articleHref: (id: number) => string | null
  headings: ReadonlyMap<RichTextNode, HeadingAnchor>
  faqSections: ReadonlyMap<RichTextNode, FaqItem[]>
  readAlsoLinks: ReadonlyMap<number, ReadAlsoLink>
  images: ReadonlyMap<number, Image>
  footnotes: readonly Footnote[]
}

/** Ids of the page's own elements, which a heading of the body may not take. */
export const PAGE_IDS = {
  content: 'content',
  footnotes: 'footnotes',
  sources: 'sources',
  corrections: 'corrections',
  linkedFrom: 'linked-from',
}

interface Around {
  path: string
  body: RichText
  linkedArticles: readonly { id: number; path: string }[]
  images: readonly (Image & { id: number })[]
  readAlsoLinks?: readonly ReadAlsoLink[]
  faqSections?: ReadonlyMap<RichTextNode, FaqItem[]>
}

/** Everything that a text shows of others, ready to look up while it is rendered. */
export function bodyScope({
  body,
  faqSections = new Map(),
  images,
  linkedArticles,
  path,
  readAlsoLinks = [],
}: Around): BodyScope {
  const notes = footnotes(body)
  const noteIds = notes.flatMap(({ number }) => [footnoteId(number), footnoteSignId(number)])
  const taken = [...Object.values(PAGE_IDS), ...noteIds]
  const headings = headingAnchors(body, taken, isShown(faqSections))
  const paths = new Map(linkedArticles.map((article) => [article.id, article.path]))
  return {
    articlePath: path,
    articleHref: (id) => paths.get(id) ?? null,
    href: pageLinks(linkedArticles),
    headings: new Map(headings.map((heading) => [heading.node, heading])),
    faqSections,
    readAlsoLinks: new Map(readAlsoLinks.map((link) => [link.id, link])),
    images: new Map(images.map((image) => [image.id, image])),
    footnotes: notes,
  }
}
