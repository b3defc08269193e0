// Every answer of the site by category, each leading to where it stands.
import type { ReactNode } from 'react'
import { pageTrail } from '@/domain/breadcrumbs'
import { pageGraph } from '@/domain/jsonLd/graph'
import { pagedPath } from '@/domain/pageNumber'
import { questionsPath } from '@/domain/paths'
import { openingText } from '@/domain/plainText'
import { questionAddress } from '@/domain/questionAddress'
import type { AnsweredQuestion } from '@/site/engines/queries'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { PageLinks } from '@/site/layout/PageLinks'
import { renderDocument } from '@/site/render'

interface Props extends PageProps {
  /** In the order of their categories. */
  questions: readonly AnsweredQuestion[]
  /** From 1. */
  number: number
  more: boolean
}

const NO_CATEGORY = 'More questions'

/** Neighbours of one category, in order. */
function byCategory(questions: Props['questions']): [string, AnsweredQuestion[]][] {
  const groups = new Map<string, AnsweredQuestion[]>()
  for (const question of questions) {
    const name = question.category ?? NO_CATEGORY
    groups.set(name, [...(groups.get(name) ?? []), question])
  }
  return [...groups]
}

function QuestionsPage({ site, stylesheet, questions, number, more }: Props): ReactNode {
  const path = pagedPath(questionsPath, number)
  const title = number === 1 ? 'Questions and answers' : `Questions and answers, page ${number}`
  const description = `Every question that ${site.name} answers, and where.`
  const trail = pageTrail(title, path)
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={description}
      path={path}
      index={questions.length > 0}
      graph={pageGraph(site, { type: 'CollectionPage', path, name: title, description }, trail)}
    >
      <Breadcrumbs trail={trail} />
      <h1>Questions and answers</h1>
      <p className="standfirst">{description}</p>
      {questions.length === 0 && <p className="empty">The first answer will appear here.</p>}
      {byCategory(questions).map(([category, group], index) => (
        <section key={category} className="questions" aria-labelledby={`category-${index}`}>
          <h2 id={`category-${index}`}>{category}</h2>
          <ul>
            {group.map((item) => (
              <li key={item.id}>
                <a href={questionAddress(item)}>{item.question}</a>
                <p>{openingText(item.answer)}</p>
                {item.title && <p className="facts">In: {item.title}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <PageLinks
        path={questionsPath}
        number={number}
        more={more}
        words={{ before: 'Previous questions', after: 'Next questions' }}
      />
    </PageFrame>
  )
}

export const renderQuestionsPage = (props: Props): Promise<string> =>
  renderDocument(<QuestionsPage {...props} />)
