// Serves /robots.txt.
import { robots } from '@/site/discovery/texts'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, ({ site }) => robots(site))
