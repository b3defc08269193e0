// Renders a category or a topic: what it is about, and its articles.
import type { ReactNode } from 'react'
import type { Term } from '@/domain/articles/article'
import { categoryPath, topicPath } from '@/domain/addresses/paths'
import { ArticleList } from '@/site/lists/ArticleList'
import type { PageProps } from '@/site/layout/PageFrame'
import { ListPage } from '@/site/lists/ListPage'
import { renderDocument } from '@/site/layout/render'
import type { ArticlesPage } from './queries'

interface Props extends PageProps, ArticlesPage {
  kind: 'category' | 'topic'
  term: Term
}

const PATH = { category: categoryPath, topic: topicPath }

function TermPage({ kind, term, articles, ...list }: Props): ReactNode {
  return (
    <ListPage
      {...list}
      name={term.name}
      description={term.description}
      summary={`Articles about ${term.name}, newest first.`}
      first={PATH[kind](term.slug)}
      image={articles.find(({ image }) => image)?.image}
      term={kind === 'category' ? term : undefined}
    >
      <ArticleList articles={articles} site={list.site} level={2} />
    </ListPage>
  )
}

export const renderTermPage = (props: Props): Promise<string> =>
  renderDocument(<TermPage {...props} />)
