// Serves /feed.json, the site's JSON feed.
import { renderFeed } from '@/site/discovery/renderFeed'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(request, ({ site }) => renderFeed(site, 'feed.json'))
