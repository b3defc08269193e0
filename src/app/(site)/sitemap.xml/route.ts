// Serves /sitemap.xml.
import { sitemap } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, ({ site }) => sitemap(site))
