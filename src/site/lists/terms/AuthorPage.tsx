// Renders an author: their profile, the articles they wrote, and those they checked.
import type { ReactNode } from 'react'
import type { ArticleTitle, Profile } from '@/domain/articles/article'
import { profileGraph } from '@/domain/jsonLd/graph'
import { authorPath } from '@/domain/addresses/paths'
import { ArticleList } from '@/site/lists/ArticleList'
import { TitleList } from '@/site/lists/TitleList'
import type { PageProps } from '@/site/layout/PageFrame'
import { ListPage } from '@/site/lists/ListPage'
import { Picture } from '@/site/media/Picture'
import { renderDocument } from '@/site/layout/render'
import type { ArticlesPage } from '@/site/lists/terms/queries'

interface Props extends PageProps, ArticlesPage {
  author: Profile
  /** The articles that they have checked. */
  reviewed?: readonly ArticleTitle[]
}

/** A register is known by its host. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

function Head({ author }: { author: Profile }): ReactNode {
  const { name, jobTitle, credentials, description, photo, profiles = [] } = author
  const facts = [jobTitle, credentials].filter((fact) => fact !== undefined && fact !== '')
  return (
    <div className={photo ? 'profile with-photo' : 'profile'}>
      <h1>{name}</h1>
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {description && <p className="standfirst">{description}</p>}
      {profiles.length > 0 && (
        <p className="profiles">
          <span className="label">Elsewhere:</span>{' '}
          {profiles.map((url, index) => (
            <span key={url}>
              {index > 0 && ', '}
              <a href={url} rel="me">
                {hostOf(url)}
              </a>
            </span>
          ))}
        </p>
      )}
      {photo && <Picture image={photo} widths="12rem" first />}
    </div>
  )
}

function AuthorPage({ author, reviewed = [], articles, ...list }: Props): ReactNode {
  const { site, number } = list
  return (
    <ListPage
      {...list}
      name={author.name}
      description={author.description}
      summary={`Articles by ${author.name}, newest first.`}
      first={authorPath(author.slug)}
      image={author.photo}
      head={<Head author={author} />}
      graph={(path, trail) => profileGraph(site, author, path, trail)}
    >
      {(articles.length > 0 || reviewed.length === 0) && (
        <section aria-labelledby="written">
          <h2 id="written">Articles</h2>
          <ArticleList articles={articles} site={site} level={3} />
        </section>
      )}
      {number === 1 && reviewed.length > 0 && (
        <section aria-labelledby="reviewed">
          <h2 id="reviewed">Checked for accuracy</h2>
          <TitleList articles={reviewed} />
        </section>
      )}
    </ListPage>
  )
}

export const renderAuthorPage = (props: Props): Promise<string> =>
  renderDocument(<AuthorPage {...props} />)
