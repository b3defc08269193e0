// A category or a topic: what it is about, and its articles.
import type { ReactNode } from 'react'
import type { Shelf } from '@/domain/article'
import { pageTrail } from '@/domain/breadcrumbs'
import { pageGraph } from '@/domain/jsonLd/graph'
import { pagedPath } from '@/domain/pageNumber'
import { categoryPath, topicPath } from '@/domain/paths'
import { ArticleList } from '@/site/articles/ArticleList'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { PageLinks } from '@/site/layout/PageLinks'
import { renderDocument } from '@/site/render'
import type { ArticlesPage } from './queries'

interface Props extends PageProps, ArticlesPage {
  kind: 'category' | 'topic'
  shelf: Shelf
}

const PATH = { category: categoryPath, topic: topicPath }

function ShelfPage(props: Props): ReactNode {
  const { site, stylesheet, kind, shelf, articles, number, more } = props
  const { name, description, slug } = shelf
  const first = PATH[kind](slug)
  const path = pagedPath(first, number)
  const title = number === 1 ? name : `${name}, page ${number}`
  const trail = pageTrail(title, path)
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={description || `Articles about ${name}, newest first.`}
      path={path}
      index={articles.length > 0}
      shelf={kind === 'category' ? shelf : undefined}
      graph={pageGraph(site, { type: 'CollectionPage', path, name: title, description }, trail)}
    >
      <Breadcrumbs trail={trail} />
      <h1>{name}</h1>
      {description && <p className="standfirst">{description}</p>}
      <ArticleList articles={articles} language={site.language} level={2} />
      <PageLinks path={first} number={number} more={more} />
    </PageFrame>
  )
}

export const renderShelfPage = (props: Props): Promise<string> =>
  renderDocument(<ShelfPage {...props} />)
