// Renders one article in a list.
import type { ReactNode } from 'react'
import type { ArticleSummary, Site } from '@/domain/articles/article'
import { DateTime } from '@/site/layout/DateTime'
import { Picture } from '@/site/media/Picture'

interface Props {
  article: ArticleSummary
  site: Site
  /** The level of the card's heading. */
  level: 2 | 3
  /** The first card of the page: its picture is large and fetched at once. */
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
        // The title beside it names the link's target; an alternative text would name it twice.
        <Picture
          image={{ ...image, alt: '' }}
          widths={lead ? WIDTHS.lead : WIDTHS.small}
          first={lead}
        />
      )}
    </article>
  )
}
