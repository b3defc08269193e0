// Renders the search page: a plain form, an answer first where one fits, and what was found with its passages.
import { Fragment, type ReactNode } from 'react'
import { homePath, questionsPath, searchPath } from '@/domain/addresses/paths'
import type { Piece } from '@/domain/discovery/search'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { PageLinks } from '@/site/layout/PageLinks'
import { renderDocument } from '@/site/layout/render'
import { answerNodes } from '@/site/richText/answerNodes'
import { pageLinks } from '@/site/richText/links'
import { RichText } from '@/site/richText/RichText'
import { SearchForm } from './SearchForm'
import type { Result, Results } from './queries'

interface Props extends PageProps, Results {
  /** What was asked for; empty on the bare form. */
  words: string
}

const KINDS: Record<Result['kind'], string> = {
  articles: 'Article',
  'faq-items': 'Answer',
  pages: 'Page',
}

const Marked = ({ pieces }: { pieces: readonly Piece[] }): ReactNode =>
  pieces.map(({ text, found }, index) => (
    <Fragment key={index}>{found ? <mark>{text}</mark> : text}</Fragment>
  ))

const Answer = ({ result }: { result: Result }): ReactNode => (
  <section className="search-answer" aria-labelledby="answer">
    <p className="label">Answer</p>
    <h2 id="answer">
      <a href={result.path}>{result.title.map(({ text }) => text)}</a>
    </h2>
    <div className="answer">
      <RichText
        nodes={result.answer?.root.children ?? []}
        table={answerNodes}
        scope={{ href: pageLinks([]) }}
      />
    </div>
    {result.source && (
      <p className="more">
        From: <a href={result.path}>{result.source}</a>
      </p>
    )}
  </section>
)

const Found = ({ result }: { result: Result }): ReactNode => (
  <li>
    <h2>
      <a href={result.path}>
        <Marked pieces={result.title} />
      </a>
    </h2>
    <p>
      <Marked pieces={result.passage} />
    </p>
    <p className="more">
      {KINDS[result.kind]}
      {result.source && ` in: ${result.source}`}
    </p>
  </li>
)

const Nothing = ({ words }: { words: string }): ReactNode => (
  <p className="standfirst">
    Nothing was found for “{words}”. Try other words, or fewer; look through all{' '}
    <a href={questionsPath}>questions and answers</a>, or begin at the{' '}
    <a href={homePath}>home page</a>.
  </p>
)

/** Counting ends at a thousand. */
const countOf = (matches: number): string =>
  matches >= 1000
    ? 'more than a thousand results'
    : matches === 1
      ? '1 result'
      : `${matches} results`

function SearchPage(props: Props): ReactNode {
  const { site, stylesheet, words, results, matches, number, more } = props
  const [first, ...others] = results
  const answer = number === 1 && first?.fits ? first : undefined
  const title = words === '' ? 'Search' : `Search: ${words}`
  return (
    <PageFrame site={site} stylesheet={stylesheet} title={title} index={false}>
      <h1>Search</h1>
      <SearchForm words={words} />
      {results.length > 0 && (
        <p className="count">
          {countOf(matches)} for “{words}”
        </p>
      )}
      {words !== '' && results.length === 0 && <Nothing words={words} />}
      {answer && <Answer result={answer} />}
      {results.length > 0 && (
        <ol className="results" start={(number - 1) * 10 + 1}>
          {(answer ? others : results).map((result) => (
            <Found key={result.path} result={result} />
          ))}
        </ol>
      )}
      <PageLinks
        path={`${searchPath}?q=${encodeURIComponent(words)}`}
        number={number}
        more={more}
        words={{ before: 'Previous results', after: 'More results' }}
      />
    </PageFrame>
  )
}

export const renderSearchPage = (props: Props): Promise<string> =>
  renderDocument(<SearchPage {...props} />)
