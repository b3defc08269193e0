// /preview/<id>?expires=…&signature=…: the working version of an article, for whoever holds the signed address.
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findWorkingArticle } from '@/site/articles/queries'
import { page } from '@/site/page'
import { isSignedPreview } from '@/site/preview/signature'

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  page(
    request,
    async (props) => {
      if (!isSignedPreview(request.url)) return undefined
      const article = await findWorkingArticle(Number((await params).id))
      if (!article) return undefined
      return {
        html: await renderArticlePage({ ...props, article, preview: true }),
        robots: 'noindex, nofollow',
        cache: 'private, no-store',
        framedBy: 'self',
      }
    },
    { stored: false },
  )
