// An author: who they are, and what they wrote.
import type { ReactNode } from 'react'
import type { Author } from '@/domain/article'
import { pageTrail } from '@/domain/breadcrumbs'
import { profileGraph } from '@/domain/jsonLd/graph'
import { pagedPath } from '@/domain/pageNumber'
import { authorPath } from '@/domain/paths'
import { ArticleList } from '@/site/articles/ArticleList'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { PageLinks } from '@/site/layout/PageLinks'
import { renderDocument } from '@/site/render'
import type { ArticlesPage } from '@/site/shelves/queries'

interface Props extends PageProps, ArticlesPage {
  author: Author
}

function AuthorPage(props: Props): ReactNode {
  const { site, stylesheet, author, articles, number, more } = props
  const { name, jobTitle, credentials, description, slug } = author
  const first = authorPath(slug)
  const path = pagedPath(first, number)
  const title = number === 1 ? name : `${name}, page ${number}`
  const trail = pageTrail(title, path)
  const facts = [jobTitle, credentials].filter((fact) => fact !== undefined && fact !== '')
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={description || `Articles by ${name}, newest first.`}
      path={path}
      graph={profileGraph(site, author, path, trail)}
    >
      <Breadcrumbs trail={trail} />
      <h1>{name}</h1>
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {description && <p className="standfirst">{description}</p>}
      <ArticleList articles={articles} language={site.language} level={2} />
      <PageLinks path={first} number={number} more={more} />
    </PageFrame>
  )
}

export const renderAuthorPage = (props: Props): Promise<string> =>
  renderDocument(<AuthorPage {...props} />)
