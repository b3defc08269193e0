// Serves /robots.txt.
import { robots } from '@/site/engines/texts'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => robots(site))
