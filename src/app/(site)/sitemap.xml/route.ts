// Serves /sitemap.xml.
import { renderSitemap } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) => answerPage(request, ({ site }) => renderSitemap(site))
