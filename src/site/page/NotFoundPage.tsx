// Renders the page for an address without content: says so, and shows the way on. Also for articles that were withdrawn
// for good.
import type { ReactNode } from 'react'
import type { ArticleSummary } from '@/domain/articles/article'
import { homePath, questionsPath } from '@/domain/addresses/paths'
import { ArticleList } from '@/site/lists/ArticleList'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'
import { SearchForm } from '@/site/search/SearchForm'

const WORDS = {
  unknown: {
    title: 'There is no page at this address',
    advice: 'The address may be mistyped, or the page may have moved before we kept track of it.',
  },
  withdrawn: {
    title: 'This page has been withdrawn',
    advice: 'We no longer stand behind what it said, so it is not shown any more.',
  },
}

interface Props extends PageProps {
  /** `withdrawn` goes with status 410, `unknown` with 404. */
  reason?: keyof typeof WORDS
  /** The newest articles; may be empty. */
  articles: ArticleSummary[]
}

function NotFoundPage({ site, stylesheet, reason = 'unknown', articles }: Props): ReactNode {
  const { title, advice } = WORDS[reason]
  return (
    <PageFrame site={site} stylesheet={stylesheet} title={title} index={false}>
      <h1>{title}</h1>
      <p className="standfirst">
        {advice} Search for it, look through the <a href={questionsPath}>questions and answers</a>,
        or start again from the <a href={homePath}>home page</a>.
      </p>
      <SearchForm />
      {articles.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">Newest</h2>
          <ArticleList articles={articles} site={site} level={3} />
        </section>
      )}
    </PageFrame>
  )
}

export const renderNotFoundPage = (props: Props): Promise<string> =>
  renderDocument(<NotFoundPage {...props} />)
