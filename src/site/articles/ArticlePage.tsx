// Renders the article as a document.
import type { ReactNode } from 'react'
import type { Article, ArticleTitle } from '@/domain/articles/article'
import { articleTrail } from '@/domain/articles/breadcrumbs'
import { markedUpItems } from '@/domain/articles/faq/faqSections'
import { articleGraph, type Graph } from '@/domain/jsonLd/graph'
import { metaDescription } from '@/domain/articles/metaDescription'
import { absoluteUrl } from '@/domain/addresses/paths'
import { isOpeningOf } from '@/domain/text/plainText'
import { mainImage } from '@/domain/discovery/sharePicture'
import { visibleText } from '@/domain/text/visibleText'
import { answerHtml } from '@/site/richText/answerHtml'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { Figure } from '@/site/media/Figure'
import { renderDocument } from '@/site/layout/render'
import { pageLinks } from '@/site/richText/links'
import { PAGE_IDS } from '@/site/richText/bodyScope'
import { BodyText } from '@/site/richText/BodyText'
import { articleScope } from './articleScope'
import { Byline } from './Byline'
import { Corrections } from './Corrections'
import { Onwards } from './Onwards'
import { ReviewNote } from './ReviewNote'
import { Sources } from './Sources'
import { TableOfContents } from './TableOfContents'

export interface ArticlePageProps extends PageProps {
  article: Article
  /** Live articles that link to this one. */
  linkedFrom?: readonly ArticleTitle[]
  /** Said on top; search engines leave out a page that has one. */
  notice?: ReactNode
  /** Follows the article. */
  below?: ReactNode
}

function ArticlePage({
  site,
  stylesheet,
  article,
  linkedFrom = [],
  notice,
  below,
  graph,
}: ArticlePageProps & { graph: Graph }): ReactNode {
  const scope = articleScope(article)
  const { title, summary, heroImage } = article
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      notice={notice}
      title={title}
      documentTitle={visibleText(article.seoTitle) || undefined}
      description={metaDescription(article)}
      path={article.path}
      index={article.index}
      image={mainImage(article)}
      article={article}
      graph={graph}
    >
      <Breadcrumbs trail={articleTrail(article)} />
      <article data-address={absoluteUrl(site.url, article.path)}>
        <header>
          <h1>{title}</h1>
          {!isOpeningOf(summary, article.body) && <p className="standfirst">{summary}</p>}
          <Byline article={article} site={site} />
        </header>
        {/* Browsers' reader modes take one element for the article: all that belongs to it is in it. */}
        <div className="body">
          {heroImage && <Figure image={heroImage} first />}
          <TableOfContents headings={[...scope.headings.values()]} />
          <BodyText body={article.body} scope={scope} />
          <ReviewNote article={article} site={site} />
          <Corrections corrections={article.corrections} site={site} />
          <Sources id={PAGE_IDS.sources} sources={article.sources} site={site} />
        </div>
        <Onwards topics={article.topics} linkedFrom={linkedFrom} />
      </article>
      {below}
    </PageFrame>
  )
}

/** The whole page as HTML. */
export async function renderArticlePage(props: ArticlePageProps): Promise<string> {
  const { site, article } = props
  const href = pageLinks(article.linkedArticles)
  const pageUrl = absoluteUrl(site.url, article.path)
  const answers = await Promise.all(
    markedUpItems(article).map(
      async (item) => [item.id, await answerHtml(item.answer, href, pageUrl)] as const,
    ),
  )
  const graph = articleGraph(site, article, new Map(answers))
  return renderDocument(<ArticlePage {...props} graph={graph} />)
}
