// Serves /media/<file>: an image that a live page shows, or that a private page shows to a reader who has its address.
import { isSignedAddress } from '@/signature'
import { findImageFile } from '@/site/media/queries'
import { imageResponse } from '@/site/media/respond'
import { isReviewedImage } from '@/site/review/queries'

export const GET = async (request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const hidden = isSignedAddress(request.url) || (await isReviewedImage(request.url))
  return imageResponse(request, await findImageFile((await params).file, hidden), hidden)
}
