// Renders the reviewer of the whole article, the day of the review, and the day when it is due again. Says exactly what
// the markup says.
import type { ReactNode } from 'react'
import type { Article, Site } from '@/domain/articles/article'
import { DateTime } from '@/site/layout/DateTime'
import { Person } from './Byline'

export function ReviewNote({ article, site }: { article: Article; site: Site }): ReactNode {
  const { reviewer, lastReviewed, nextReview } = article
  if (!reviewer && !lastReviewed && !nextReview) return null
  return (
    <p className="review">
      {(reviewer || lastReviewed) && (
        <span>
          {lastReviewed ? 'Last reviewed' : 'Reviewed'}
          {reviewer && (
            <>
              {' '}
              by <Person author={reviewer} />
            </>
          )}
          {lastReviewed && (
            <>
              {reviewer?.credentials ? ', on ' : ' on '}
              <DateTime value={lastReviewed} site={site} />
            </>
          )}
          .{' '}
        </span>
      )}
      {nextReview && (
        <span>
          Next review due <DateTime value={nextReview} site={site} />.
        </span>
      )}
    </p>
  )
}
