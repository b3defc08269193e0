// Serves /robots.txt.
import { robots } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, ({ site }) => robots(site))
