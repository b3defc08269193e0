// Collects what an article's body points at, ready to look up while it is rendered.
import type { Article } from '@/domain/articles/article'
import { faqSections } from '@/domain/articles/faq/faqSections'
import { headingAnchors } from '@/domain/articles/headings'
import type { BodyScope } from '@/site/richText/bodyNodes'
import { pageLinks } from '@/site/richText/links'

/** Ids of the page's own elements, which a heading of the body may not take. */
export const PAGE_IDS = {
  content: 'content',
  sources: 'sources',
  corrections: 'corrections',
  linkedFrom: 'linked-from',
}

export function bodyScope(article: Article): BodyScope {
  const sections = new Map(faqSections(article).map(({ node, items }) => [node, items]))
  const headings = headingAnchors(
    article.body,
    Object.values(PAGE_IDS),
    (node) => node.type !== 'block' || sections.has(node),
  )
  return {
    articlePath: article.path,
    href: pageLinks(article.linkedArticles),
    headings: new Map(headings.map((heading) => [heading.node, heading])),
    faqSections: sections,
    readAlsoLinks: new Map(article.readAlsoLinks.map((link) => [link.id, link])),
    images: new Map(article.images.map((image) => [image.id, image])),
  }
}
