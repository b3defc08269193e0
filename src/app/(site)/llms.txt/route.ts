// Serves /llms.txt.
import { renderLlmsTxt } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) => answerPage(request, ({ site }) => renderLlmsTxt(site))
