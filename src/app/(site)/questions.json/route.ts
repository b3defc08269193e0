// Serves /questions.json.
import { questionsJson } from '@/site/discovery/texts'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, ({ site }) => questionsJson(site))
