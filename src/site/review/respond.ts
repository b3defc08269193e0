// Answers a review link: with the version that it shows, the same with what became of a remark, or a page that shows nothing.
import { reviewPath } from '@/domain/addresses/paths'
import { remarkIssues, tidyRemark } from '@/domain/articles/review/remark'
import { withImageAddresses } from '@/site/media/addresses'
import { answerPage, type RenderPage } from '@/site/page/answerPage'
import { storeRemark } from '@/site/data/readerClient'
import { renderClosedPage } from './ClosedPage'
import { FORM_ID } from './formId'
import { findReviewed } from './queries'
import { readForm } from './readForm'
import { renderReviewedPage } from './ReviewedPage'
import type { Review } from './ReviewNotice'

/** In the address after a remark was stored, so that loading the page again sends nothing again. */
const SENT = 'sent'

const PRIVATE = {
  robots: 'noindex, nofollow',
  cache: 'private, no-store',
  secretAddress: true,
} as const

type Outcome = Pick<Review, 'outcome' | 'remark' | 'issues'>

const STATUS = { stored: 200, refused: 422, tooMany: 429 } as const

/** The version that the link shows; 404 for every link that shows none. */
export function showReview(request: Request, token: string): Promise<Response> {
  const sent = new URL(request.url).searchParams.has(SENT)
  return respondWithReview(request, token, sent ? { outcome: 'stored' } : {})
}

function respondWithReview(request: Request, token: string, said: Outcome): Promise<Response> {
  const render: RenderPage = async (props) => {
    const reviewed = await findReviewed(token)
    if (!reviewed) return { ...PRIVATE, status: 404, html: await renderClosedPage(props) }
    const { expiresAt, version } = reviewed
    const article = withImageAddresses(reviewed.article, (path) => `${path}?review=${token}`)
    const review: Review = { path: reviewPath(token), version, expiresAt, ...said }
    const html = await renderReviewedPage({ ...props, article, review })
    return { ...PRIVATE, status: STATUS[said.outcome ?? 'stored'], html }
  }
  return answerPage(request, render, { stored: false })
}

/** Stores what the form sent and redirects to the page, or shows the form again with what was typed. */
export async function receiveRemark(request: Request, token: string): Promise<Response> {
  try {
    const reviewed = await findReviewed(token)
    if (!reviewed) return await respondWithReview(request, token, {})
    const remark = tidyRemark(await readForm(request))
    const issues = remarkIssues(remark)
    if (issues.length > 0)
      return await respondWithReview(request, token, { outcome: 'refused', remark, issues })
    const { name: guest, text } = remark
    const outcome = await storeRemark({ reviewLink: reviewed.linkId, guest, text })
    if (outcome === 'closed') return await respondWithReview(request, token, {})
    if (outcome === 'tooMany') return await respondWithReview(request, token, { outcome, remark })
    const location = `${reviewPath(token)}?${SENT}=1#${FORM_ID}`
    return new Response(null, {
      status: 303,
      headers: { Location: location, 'Cache-Control': PRIVATE.cache },
    })
  } catch (error) {
    // Answered as any page that cannot be made now.
    return answerPage(request, () => Promise.reject(error), { stored: false })
  }
}
