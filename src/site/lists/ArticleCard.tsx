// Renders one article in a list.
import type { ReactNode } from 'react'
import type { ArticleSummary, Site } from '@/domain/articles/article'
import { DateTime } from '@/site/layout/DateTime'
import { Picture } from '@/site/media/Picture'

interface Props {
  article: ArticleSummary
  site: Site
  /** The heading's level where the card stands. */
  level: 2 | 3
  /** The one that leads the page: its picture is large and fetched at once. */
  lead?: boolean
}

/** How wide the picture is shown (assets/styles/lists.css). */
const WIDTHS = { lead: '(min-width: 64rem) 38rem, 100vw', small: '9rem' }

export function ArticleCard({ article, site, level, lead = false }: Props): ReactNode {
  const { path, title, summary, publishedAt, category, authors, image } = article
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
          <DateTime value={publishedAt} site={site} />
        </li>
      </ul>
      {image && (
        // The title beside it says where it leads; a picture with words of its own would say it twice.
        <Picture
          image={{ ...image, alt: '' }}
          widths={lead ? WIDTHS.lead : WIDTHS.small}
          first={lead}
        />
      )}
    </article>
  )
}
