// Serves /category/<slug>/feed.xml, atom.xml and feed.json.
import { renderFeed } from '@/site/discovery/renderFeed'
import { isFeedName } from '@/site/discovery/feeds'
import { answerPage } from '@/site/page/answerPage'
import { findCategory } from '@/site/lists/terms/queries'

type Params = { params: Promise<{ slug: string; feed: string }> }

export const GET = (request: Request, { params }: Params) =>
  answerPage(request, async ({ site }) => {
    const { slug, feed } = await params
    const category = isFeedName(feed) ? await findCategory(slug) : undefined
    return category && isFeedName(feed) ? renderFeed(site, feed, category) : undefined
  })
