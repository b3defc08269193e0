// Renders the list of every answer of the site by category, each with a link to its place.
import type { ReactNode } from 'react'
import { questionsPath } from '@/domain/addresses/paths'
import { openingText } from '@/domain/text/plainText'
import { questionAddress } from '@/domain/articles/faq/questionAddress'
import type { PageProps } from '@/site/layout/PageFrame'
import { ListPage } from '@/site/lists/ListPage'
import { renderDocument } from '@/site/layout/render'
import type { AnsweredQuestion } from './listQuestions'

interface Props extends PageProps {
  /** In the order of their categories. */
  questions: readonly AnsweredQuestion[]
  /** From 1. */
  number: number
  more: boolean
}

const NO_CATEGORY = 'More questions'
const WORDS = { before: 'Previous questions', after: 'Next questions' }

/** Neighbours of one category, in order. */
function groupByCategory(questions: Props['questions']): [string, AnsweredQuestion[]][] {
  const groups = new Map<string, AnsweredQuestion[]>()
  for (const question of questions) {
    const name = question.category ?? NO_CATEGORY
    groups.set(name, [...(groups.get(name) ?? []), question])
  }
  return [...groups]
}

function QuestionsPage({ questions, ...list }: Props): ReactNode {
  return (
    <ListPage
      {...list}
      name="Questions and answers"
      description={`Every question that ${list.site.name} answers, and where.`}
      first={questionsPath}
      words={WORDS}
      empty={questions.length === 0}
    >
      {questions.length === 0 && <p className="empty">The first answer will appear here.</p>}
      {groupByCategory(questions).map(([category, group], index) => (
        <section key={category} className="questions" aria-labelledby={`category-${index}`}>
          <h2 id={`category-${index}`}>{category}</h2>
          <ul className="article-list">
            {group.map((item) => (
              <li key={item.id}>
                <h3>
                  <a href={questionAddress(item)}>{item.question}</a>
                </h3>
                <p>{openingText(item.answer)}</p>
                {item.title && <p className="more">From: {item.title}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ListPage>
  )
}

export const renderQuestionsPage = (props: Props): Promise<string> =>
  renderDocument(<QuestionsPage {...props} />)
