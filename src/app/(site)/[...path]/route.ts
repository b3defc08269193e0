// Serves every article and page at its path.
import { renderAtPath } from '@/site/page/renderAtPath'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(request, (props) => renderAtPath(request, props))
