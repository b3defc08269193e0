// Serves /category/<slug>, and ?page=2 and so on.
import { answerPage } from '@/site/page/answerPage'
import { findTerm } from '@/site/lists/terms/queries'
import { renderTermPage } from '@/site/lists/terms/TermPage'

export const GET = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  answerPage(
    request,
    async (props, number) => {
      const found = await findTerm('categories', (await params).slug, number)
      return found && renderTermPage({ ...props, ...found, kind: 'category' })
    },
    { paged: true },
  )
