// /author/<slug>
import { renderAuthorPage } from '@/site/authors/AuthorPage'
import { page } from '@/site/page'
import { findAuthor } from '@/site/shelves/queries'

export const GET = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  page(request, async (props) => {
    const found = await findAuthor((await params).slug)
    return found && renderAuthorPage({ ...props, ...found })
  })
