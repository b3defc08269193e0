// Serves /sitemaps/1.xml and so on.
import { renderSitemapPart } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request, { params }: { params: Promise<{ part: string }> }) =>
  answerPage(request, async ({ site }) => renderSitemapPart(site, (await params).part))
