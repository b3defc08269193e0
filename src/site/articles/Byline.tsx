// Renders the authors of an article, its dates, and how long it takes to read.
import type { ReactNode } from 'react'
import type { Article, Author, Site } from '@/domain/articles/article'
import { authorPath } from '@/domain/addresses/paths'
import { articleWordCount, readingMinutes } from '@/domain/articles/readingTime'
import { DateTime } from '@/site/layout/DateTime'

/** A person's name, linked to their page, with credentials. */
export const Person = ({ author }: { author: Author }): ReactNode => (
  <>
    <a href={authorPath(author.slug)}>{author.name}</a>
    {author.credentials && <span className="credentials">, {author.credentials}</span>}
  </>
)

const separatorBefore = (index: number, count: number): string =>
  index === 0 ? '' : index === count - 1 ? ' and ' : '; '

export function Byline({ article, site }: { article: Article; site: Site }): ReactNode {
  const { authors, publishedAt, modifiedAt } = article
  const minutes = readingMinutes(articleWordCount(article, site.language))
  return (
    <div className="byline">
      <p>
        By{' '}
        {authors.length === 0 && <a href={site.organization.aboutPath}>{site.organization.name}</a>}
        {authors.map((author, index) => (
          <span key={author.id}>
            {separatorBefore(index, authors.length)}
            <Person author={author} />
          </span>
        ))}
      </p>
      <ul className="facts">
        <li>
          Published <DateTime value={publishedAt} site={site} />
        </li>
        {modifiedAt !== publishedAt && (
          <li>
            Updated <DateTime value={modifiedAt} site={site} />
          </li>
        )}
        <li>{minutes} min read</li>
      </ul>
    </div>
  )
}
