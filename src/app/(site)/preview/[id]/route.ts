// Serves /preview/<id>?expires=…&signature=…: the working version of an article, to a reader who has the signed address.
import { findWorkingArticle } from '@/site/articles/queries'
import { withImageAddresses } from '@/site/media/addresses'
import { answerPage } from '@/site/page/answerPage'
import { renderPreviewPage } from '@/site/review/PreviewPage'
import { isSignedAddress, signedAddress } from '@/signature'

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answerPage(
    request,
    async (props) => {
      if (!isSignedAddress(request.url)) return undefined
      const found = await findWorkingArticle(Number((await params).id))
      if (!found) return undefined
      const article = withImageAddresses(found, signedAddress)
      return {
        html: await renderPreviewPage({ ...props, article }),
        robots: 'noindex, nofollow',
        cache: 'private, no-store',
        framedBy: 'self',
      }
    },
    { stored: false },
  )
