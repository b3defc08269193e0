// Renders articles one under the other.
import type { ReactNode } from 'react'
import type { ArticleSummary, Site } from '@/domain/articles/article'
import { ArticleCard } from './ArticleCard'

interface Props {
  articles: readonly ArticleSummary[]
  site: Site
  level: 2 | 3
}

export function ArticleList({ articles, ...card }: Props): ReactNode {
  if (articles.length === 0) return <p className="empty">No articles yet.</p>
  return (
    <ul className="article-list">
      {articles.map((article) => (
        <li key={article.id}>
          <ArticleCard article={article} {...card} />
        </li>
      ))}
    </ul>
  )
}
