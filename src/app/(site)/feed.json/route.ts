// Serves /feed.json, the site's JSON feed.
import { feedPage } from '@/site/feeds/feedPage'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => feedPage(site, 'feed.json'))
