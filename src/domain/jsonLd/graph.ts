// Builds one `@graph` for a page: every node once, no reference to a node that is not in it.
import type { ArticleLeaf, ImageObjectLeaf, OrganizationLeaf } from 'schema-dts'
import type { PersonLeaf, QuestionLeaf, WebSiteLeaf } from 'schema-dts'
import type { Article, Author, FaqItem, Profile, Site } from '../articles/article'
import { articleTrail, type Crumb } from '../articles/breadcrumbs'
import { markedUpItems } from '../articles/faq/faqSections'
import { homePath, questionPath } from '../addresses/paths'
import { mainImage } from '../discovery/sharePicture'
import { article as articleNode } from './article'
import { breadcrumbList, type BreadcrumbListNode } from './breadcrumbList'
import { organizationId, pageNodeId, personId, questionUrl } from './ids'
import { imageObject } from './imageObject'
import { organization } from './organization'
import { person, personInFull } from './person'
import { question } from './question'
import { articleWebPage, webPage, type Page, type WebPageNode } from './webPage'
import { webSite } from './webSite'

type GraphNode =
  | ArticleLeaf
  | BreadcrumbListNode
  | ImageObjectLeaf
  | OrganizationLeaf
  | PersonLeaf
  | QuestionLeaf
  | WebPageNode
  | WebSiteLeaf

export interface Graph {
  '@context': 'https://schema.org'
  '@graph': GraphNode[]
}

const graph = (nodes: GraphNode[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': nodes,
})

/** Authors and reviewer; somebody who is both is one node. */
function people({ authors, reviewer }: Article): Author[] {
  const all = reviewer ? [...authors, reviewer] : authors
  return [...new Map(all.map((author) => [author.slug, author])).values()]
}

/**
 * @param answers the answer's HTML by FAQ item id, for every item of `markedUpItems(article)`; an item without one
 *   would leave a dangling reference, so it is an error
 * @throws Error naming the item whose answer is missing
 */
export function articleGraph(
  site: Site,
  article: Article,
  answers: ReadonlyMap<number, string>,
): Graph {
  const { path } = article
  const image = mainImage(article)
  return graph([
    organization(site),
    webSite(site),
    articleWebPage(site, article),
    ...(image ? [imageObject(site, pageNodeId(site, path, 'primaryimage'), image)] : []),
    breadcrumbList(site, path, articleTrail(article)),
    articleNode(site, article),
    ...people(article).map((author) => person(site, author)),
    ...markedUpItems(article).map((item) => {
      const answer = answers.get(item.id)
      if (!answer) throw new Error(`FAQ item ${item.id} has no answer to mark up`)
      return question(site, item, answer)
    }),
  ])
}

export function homeGraph(site: Site): Graph {
  const page: Page = {
    type: 'WebPage',
    path: homePath,
    name: site.name,
    description: site.description,
    mainEntity: organizationId(site),
  }
  return graph([organization(site), webSite(site), webPage(site, page)])
}

/** A page that is neither home nor an article: a term, or the page about the organisation. */
export function pageGraph(site: Site, page: Page, trail: readonly Crumb[]): Graph {
  return graph([
    organization(site),
    webSite(site),
    {
      ...webPage(site, page),
      breadcrumb: { '@id': pageNodeId(site, page.path, 'breadcrumb') },
    },
    breadcrumbList(site, page.path, trail),
  ])
}

/** The page of one answer that no article carries: an FAQPage with one question. */
export function questionGraph(
  site: Site,
  item: FaqItem,
  trail: readonly Crumb[],
  answerHtml: string,
): Graph {
  const path = questionPath(item.anchor)
  const page: Page = { type: 'WebPage', path, name: item.question }
  return graph([
    organization(site),
    webSite(site),
    {
      ...webPage(site, page),
      '@type': ['WebPage', 'FAQPage'],
      mainEntity: [{ '@id': questionUrl(site, item) }],
      breadcrumb: { '@id': pageNodeId(site, path, 'breadcrumb') },
    },
    breadcrumbList(site, path, trail),
    question(site, item, answerHtml),
  ])
}

/** An author's page. */
export function profileGraph(
  site: Site,
  author: Profile,
  path: string,
  trail: readonly Crumb[],
): Graph {
  const page: Page = {
    type: 'ProfilePage',
    path,
    name: author.name,
    mainEntity: personId(site, author),
  }
  const { '@graph': nodes, ...context } = pageGraph(site, page, trail)
  return { ...context, '@graph': [...nodes, personInFull(site, author)] }
}
