// Serves every article and page at its path.
import { answerAt } from '@/site/addresses'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, (props) => answerAt(request, props))
