// Renders articles by their titles alone.
import type { ReactNode } from 'react'
import type { ArticleTitle } from '@/domain/articles/article'

export const TitleList = ({ articles }: { articles: readonly ArticleTitle[] }): ReactNode => (
  <ul className="titles">
    {articles.map(({ id, path, title }) => (
      <li key={id}>
        <a href={path}>{title}</a>
      </li>
    ))}
  </ul>
)
