// Serves /questions, and ?page=2 and so on.
import { page } from '@/site/page/answerPage'
import { findQuestions } from '@/site/questions/queries'
import { renderQuestionsPage } from '@/site/questions/QuestionsPage'

export const GET = (request: Request) =>
  page(
    request,
    async (props, number) => {
      const found = await findQuestions(number)
      return found && renderQuestionsPage({ ...props, ...found })
    },
    { paged: true },
  )
