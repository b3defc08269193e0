// Serves /atom.xml, the site's Atom feed.
import { feedPage } from '@/site/discovery/renderFeed'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, ({ site }) => feedPage(site, 'atom.xml'))
