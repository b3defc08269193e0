// Serves /robots.txt.
import { renderRobotsTxt } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) => answerPage(request, ({ site }) => renderRobotsTxt(site))
