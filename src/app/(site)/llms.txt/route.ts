// Serves /llms.txt.
import { llms } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, ({ site }) => llms(site))
