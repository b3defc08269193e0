// Serves /author/<slug>, and ?page=2 and so on.
import { renderAuthorPage } from '@/site/lists/terms/AuthorPage'
import { answerPage } from '@/site/page/answerPage'
import { findAuthor } from '@/site/lists/terms/queries'

export const GET = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  answerPage(
    request,
    async (props, number) => {
      const found = await findAuthor((await params).slug, number)
      return found && renderAuthorPage({ ...props, ...found })
    },
    { paged: true },
  )
