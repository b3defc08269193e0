// Renders the home page: one article on top, then the newest, then by category.
import type { ReactNode } from 'react'
import type { ArticleSummary, ArticleTitle, Term } from '@/domain/articles/article'
import { homeGraph } from '@/domain/jsonLd/graph'
import { categoryPath, homePath } from '@/domain/addresses/paths'
import { ArticleCard } from '@/site/lists/ArticleCard'
import { ArticleList } from '@/site/lists/ArticleList'
import { TitleList } from '@/site/lists/TitleList'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'

interface Props extends PageProps {
  /** The first one is on top; the others newest first. */
  articles: ArticleSummary[]
  /** Categories in order, each with its newest articles; empty ones are not shown. */
  categories: { term: Term; articles: ArticleTitle[] }[]
}

function HomePage({ site, stylesheet, articles, categories }: Props): ReactNode {
  const [lead, ...newest] = articles
  const { name, description } = site
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={name}
      documentTitle={name}
      description={description}
      path={homePath}
      image={lead?.image}
      graph={homeGraph(site)}
    >
      {lead ? (
        <div className="lead">
          <ArticleCard article={lead} site={site} level={2} lead />
        </div>
      ) : (
        <p className="empty">The first article will appear here.</p>
      )}
      {newest.length > 0 && (
        <section className="newest" aria-labelledby="newest">
          <h2 id="newest">Newest</h2>
          <ArticleList articles={newest} site={site} level={3} />
        </section>
      )}
      <div className="shelves">
        {categories
          .filter((category) => category.articles.length > 0)
          .map(({ term, articles: inTerm }) => (
            <section key={term.id} aria-labelledby={`category-${term.slug}`}>
              <h2 id={`category-${term.slug}`}>
                <a href={categoryPath(term.slug)}>{term.name}</a>
              </h2>
              <TitleList articles={inTerm} />
            </section>
          ))}
      </div>
    </PageFrame>
  )
}

export const renderHomePage = (props: Props): Promise<string> =>
  renderDocument(<HomePage {...props} />)
