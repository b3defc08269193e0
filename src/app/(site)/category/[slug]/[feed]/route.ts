// Serves /category/<slug>/feed.xml, atom.xml and feed.json.
import { feedPage } from '@/site/discovery/renderFeed'
import { isFeedName } from '@/site/discovery/feeds'
import { page } from '@/site/page/answerPage'
import { findCategory } from '@/site/lists/terms/queries'

type Params = { params: Promise<{ slug: string; feed: string }> }

export const GET = (request: Request, { params }: Params) =>
  page(request, async ({ site }) => {
    const { slug, feed } = await params
    const category = isFeedName(feed) ? await findCategory(slug) : undefined
    return category && isFeedName(feed) ? feedPage(site, feed, category) : undefined
  })
