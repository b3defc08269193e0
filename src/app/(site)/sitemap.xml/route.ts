// Serves /sitemap.xml.
import { sitemap } from '@/site/discovery/texts'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, ({ site }) => sitemap(site))
