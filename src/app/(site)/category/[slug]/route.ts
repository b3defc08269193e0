// /category/<slug>, and ?page=2 and so on
import { page } from '@/site/page'
import { findShelf } from '@/site/terms/queries'
import { renderShelfPage } from '@/site/terms/TermPage'

export const GET = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  page(
    request,
    async (props, number) => {
      const found = await findShelf('categories', (await params).slug, number)
      return found && renderShelfPage({ ...props, ...found, kind: 'category' })
    },
    { paged: true },
  )
