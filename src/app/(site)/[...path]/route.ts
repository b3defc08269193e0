// Serves every article and page at its path.
import { answerAt } from '@/site/page/renderAtPath'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, (props) => answerAt(request, props))
