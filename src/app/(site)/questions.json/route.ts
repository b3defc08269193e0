// Serves /questions.json.
import { questionsJson } from '@/site/engines/texts'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => questionsJson(site))
