// Serves /questions.json.
import { renderQuestionsJson } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(request, ({ site }) => renderQuestionsJson(site))
