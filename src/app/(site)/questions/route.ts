// Serves /questions, and ?page=2 and so on.
import { answerPage } from '@/site/page/answerPage'
import { findQuestions } from '@/site/questions/queries'
import { renderQuestionsPage } from '@/site/questions/QuestionsPage'

export const GET = (request: Request) =>
  answerPage(
    request,
    async (props, number) => {
      const found = await findQuestions(number)
      return found && renderQuestionsPage({ ...props, ...found })
    },
    { paged: true },
  )
