// Serves /sitemaps/1.xml and so on.
import { sitemapPartNamed } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request, { params }: { params: Promise<{ part: string }> }) =>
  page(request, async ({ site }) => sitemapPartNamed(site, (await params).part))
