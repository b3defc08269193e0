// Renders one answer that no article carries: a page of its own, and the one place of its markup.
import type { ReactNode } from 'react'
import type { FaqItem } from '@/domain/articles/article'
import type { Crumb } from '@/domain/articles/breadcrumbs'
import { questionGraph, type Graph } from '@/domain/jsonLd/graph'
import {
  absoluteUrl,
  homePath,
  questionPath,
  questionsPath,
  searchPath,
} from '@/domain/addresses/paths'
import { openingText } from '@/domain/text/plainText'
import { answerHtml } from '@/site/richText/answerHtml'
import { Person } from '@/site/articles/Byline'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { DateTime } from '@/site/layout/DateTime'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'
import { answerNodes } from '@/site/richText/answerNodes'
import { pageLinks } from '@/site/richText/links'
import { RichText } from '@/site/richText/RichText'

interface Props extends PageProps {
  item: FaqItem
  linkedArticles: { id: number; path: string }[]
}

const trailOf = ({ question, anchor }: FaqItem): Crumb[] => [
  { name: 'Home', path: homePath },
  { name: 'Questions and answers', path: questionsPath },
  { name: question, path: questionPath(anchor) },
]

function QuestionPage(props: Props & { graph: Graph }): ReactNode {
  const { site, stylesheet, item, linkedArticles, graph } = props
  const { question, answer, reviewer, lastReviewed } = item
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={question}
      description={openingText(answer)}
      path={questionPath(item.anchor)}
      graph={graph}
    >
      <Breadcrumbs trail={trailOf(item)} />
      <div className="question single">
        <h1>{question}</h1>
        <div className="answer body">
          <RichText
            nodes={answer.root.children}
            table={answerNodes}
            scope={{ href: pageLinks(linkedArticles) }}
          />
        </div>
      </div>
      {lastReviewed && (
        <p className="review">
          Last reviewed{' '}
          {reviewer && (
            <>
              by <Person author={reviewer} />
            </>
          )}
          {reviewer?.credentials ? ', on ' : ' on '}
          <DateTime value={lastReviewed} site={site} />.
        </p>
      )}
      <footer className="onwards">
        <p className="topics">
          More: <a href={questionsPath}>every question that {site.name} answers</a>, or{' '}
          <a href={searchPath}>search</a>.
        </p>
      </footer>
    </PageFrame>
  )
}

export async function renderQuestionPage(props: Props): Promise<string> {
  const { site, item, linkedArticles } = props
  const pageUrl = absoluteUrl(site.url, questionPath(item.anchor))
  const answer = await answerHtml(item.answer, pageLinks(linkedArticles), pageUrl)
  const graph = questionGraph(site, item, trailOf(item), answer)
  return renderDocument(<QuestionPage {...props} graph={graph} />)
}
