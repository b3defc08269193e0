// Serves /feed.json, the site's JSON feed.
import { feedPage } from '@/site/discovery/feedPage'
import { page } from '@/site/page/page'

export const GET = (request: Request) => page(request, ({ site }) => feedPage(site, 'feed.json'))
