// Builds the WebPage node and its kinds: the page itself, with what schema.org knows of pages only (reviews, related links).
import type {
  AboutPageLeaf,
  CollectionPageLeaf,
  FAQPageLeaf,
  MergeLeafTypes,
  ProfilePageLeaf,
  WebPageLeaf,
} from 'schema-dts'
import type { Article, Site } from '../articles/article'
import { markedUpItems } from '../articles/faq/faqSections'
import { metaDescription } from '../articles/metaDescription'
import { absoluteUrl } from '../addresses/paths'
import { mainImage } from '../discovery/sharePicture'
import { readAlsoHref, readAlsoRel, shownReadAlsoLinks } from '../articles/links/readAlso'
import { pageNodeId, personId, questionUrl, webSiteId } from './ids'

type PageLeaf = WebPageLeaf | AboutPageLeaf | CollectionPageLeaf | ProfilePageLeaf
export type WebPageNode = PageLeaf | MergeLeafTypes<[WebPageLeaf, FAQPageLeaf]>

export interface Page {
  type: PageLeaf['@type']
  path: string
  name: string
  description?: string
  /** `@id` of the node that the page is about. */
  mainEntity?: string
}

/** @param page of any kind but an article's */
export function webPage(site: Site, page: Page): PageLeaf {
  return {
    '@type': page.type,
    '@id': pageNodeId(site, page.path, 'webpage'),
    url: absoluteUrl(site.url, page.path),
    name: page.name,
    description: page.description || undefined,
    inLanguage: site.language,
    isPartOf: { '@id': webSiteId(site) },
    mainEntity: page.mainEntity ? { '@id': page.mainEntity } : undefined,
  }
}

/** The page of an article: also an FAQPage when at least one question has its home there. */
export function articleWebPage(site: Site, article: Article): WebPageNode {
  const { path, title, reviewer } = article
  const questions = markedUpItems(article).map((item) => ({ '@id': questionUrl(site, item) }))
  const relatedLinks = shownReadAlsoLinks(article)
    .filter((link) => readAlsoRel(link) === undefined)
    .map((link) => absoluteUrl(site.url, readAlsoHref(link) ?? ''))
  const page = {
    ...webPage(site, { type: 'WebPage', path, name: title, description: metaDescription(article) }),
    '@type': 'WebPage' as const,
    breadcrumb: { '@id': pageNodeId(site, path, 'breadcrumb') },
    primaryImageOfPage: mainImage(article) && { '@id': pageNodeId(site, path, 'primaryimage') },
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    reviewedBy: reviewer && { '@id': personId(site, reviewer) },
    lastReviewed: article.lastReviewed,
    relatedLink: relatedLinks.length > 0 ? relatedLinks : undefined,
  }
  if (questions.length > 0) {
    return { ...page, '@type': ['WebPage', 'FAQPage'], mainEntity: questions }
  }
  return { ...page, mainEntity: { '@id': pageNodeId(site, path, 'article') } }
}
