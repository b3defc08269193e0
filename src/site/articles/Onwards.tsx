// Renders the ways on from the end of an article: its topics, and the articles that link to it.
import type { ReactNode } from 'react'
import type { ArticleTitle, Term } from '@/domain/articles/article'
import { topicPath } from '@/domain/addresses/paths'
import { PAGE_IDS } from '@/site/richText/bodyScope'
import { TitleList } from '../lists/TitleList'

interface Props {
  topics: readonly Term[]
  linkedFrom: readonly ArticleTitle[]
}

export function Onwards({ topics, linkedFrom }: Props): ReactNode {
  if (topics.length === 0 && linkedFrom.length === 0) return null
  return (
    <footer className="onwards">
      {linkedFrom.length > 0 && (
        <section aria-labelledby={PAGE_IDS.linkedFrom}>
          <h2 id={PAGE_IDS.linkedFrom}>Articles that lead here</h2>
          <TitleList articles={linkedFrom} />
        </section>
      )}
      {topics.length > 0 && (
        <p className="topics">
          More about{' '}
          {topics.map((topic, index) => (
            <span key={topic.id}>
              {index > 0 && ', '}
              <a href={topicPath(topic.slug)}>{topic.name}</a>
            </span>
          ))}
        </p>
      )}
    </footer>
  )
}
