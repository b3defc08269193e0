// Serves every article and page at its path.
import { answerAt } from '@/site/page/answerAt'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, (props) => answerAt(request, props))
