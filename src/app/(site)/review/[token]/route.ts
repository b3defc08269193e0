// Serves /review/<token>: shows one version of an article to a guest, and receives the guest's remark.
import { receiveRemark, showReview } from '@/site/review/respond'

type Context = { params: Promise<{ token: string }> }

export const GET = async (request: Request, { params }: Context) =>
  showReview(request, (await params).token)

export const POST = async (request: Request, { params }: Context) =>
  receiveRemark(request, (await params).token)
