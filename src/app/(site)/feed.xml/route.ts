// Serves /feed.xml, the site's RSS feed.
import { feedPage } from '@/site/discovery/feedPage'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, ({ site }) => feedPage(site, 'feed.xml'))
