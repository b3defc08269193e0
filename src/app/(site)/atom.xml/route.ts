// Serves /atom.xml, the site's Atom feed.
import { renderFeed } from '@/site/discovery/renderFeed'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(request, ({ site }) => renderFeed(site, 'atom.xml'))
