// Serves /atom.xml, the site's Atom feed.
import { feedPage } from '@/site/feeds/feedPage'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => feedPage(site, 'atom.xml'))
