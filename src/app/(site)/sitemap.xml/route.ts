// Serves /sitemap.xml.
import { sitemap } from '@/site/engines/texts'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => sitemap(site))
