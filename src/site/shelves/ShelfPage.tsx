// A category or a topic: what it is about, and its articles.
import type { ReactNode } from 'react'
import type { ArticleSummary, Shelf } from '@/domain/article'
import { pageTrail } from '@/domain/breadcrumbs'
import { pageGraph } from '@/domain/jsonLd/graph'
import { categoryPath, topicPath } from '@/domain/paths'
import { ArticleList } from '@/site/articles/ArticleList'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/render'

interface Props extends PageProps {
  kind: 'category' | 'topic'
  shelf: Shelf
  /** Newest first. */
  articles: ArticleSummary[]
}

const PATH = { category: categoryPath, topic: topicPath }

function ShelfPage({ site, stylesheet, kind, shelf, articles }: Props): ReactNode {
  const { name, description, slug } = shelf
  const path = PATH[kind](slug)
  const trail = pageTrail(name, path)
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={name}
      description={description}
      path={path}
      index={articles.length > 0}
      graph={pageGraph(site, { type: 'CollectionPage', path, name, description }, trail)}
    >
      <Breadcrumbs trail={trail} />
      <h1>{name}</h1>
      {description && <p className="standfirst">{description}</p>}
      <ArticleList articles={articles} language={site.language} level={2} />
    </PageFrame>
  )
}

export const renderShelfPage = (props: Props): Promise<string> =>
  renderDocument(<ShelfPage {...props} />)
