// An author: who they are, and what they wrote.
import type { ReactNode } from 'react'
import type { ArticleSummary, Author } from '@/domain/article'
import { pageTrail } from '@/domain/breadcrumbs'
import { profileGraph } from '@/domain/jsonLd/graph'
import { authorPath } from '@/domain/paths'
import { ArticleList } from '@/site/articles/ArticleList'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/render'

interface Props extends PageProps {
  author: Author
  /** Newest first. */
  articles: ArticleSummary[]
}

function AuthorPage({ site, stylesheet, author, articles }: Props): ReactNode {
  const { name, jobTitle, credentials, description, slug } = author
  const path = authorPath(slug)
  const trail = pageTrail(name, path)
  const facts = [jobTitle, credentials].filter((fact) => fact !== undefined && fact !== '')
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={name}
      description={description}
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
    </PageFrame>
  )
}

export const renderAuthorPage = (props: Props): Promise<string> =>
  renderDocument(<AuthorPage {...props} />)
