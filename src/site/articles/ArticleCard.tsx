// One article in a list.
import type { ReactNode } from 'react'
import type { ArticleSummary } from '@/domain/article'
import { DateTime } from '@/site/layout/DateTime'

interface Props {
  article: ArticleSummary
  language: string
  /** The heading's level where the card stands. */
  level: 2 | 3
}

export function ArticleCard({ article, language, level }: Props): ReactNode {
  const { path, title, summary, publishedAt, category, authors } = article
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="card">
      <Heading>
        <a href={path}>{title}</a>
      </Heading>
      {summary && <p>{summary}</p>}
      <ul className="facts">
        {category && <li>{category.name}</li>}
        {authors.length > 0 && <li>{authors.map((author) => author.name).join(', ')}</li>}
        <li>
          <DateTime value={publishedAt} language={language} />
        </li>
      </ul>
    </article>
  )
}
