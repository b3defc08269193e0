// Serves /questions.json.
import { questionsJson } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, ({ site }) => questionsJson(site))
