// /media/<file>: an image that a live page shows, or that a private page shows to whoever holds its address.
import { isSignedAddress } from '@/signature'
import { findImageFile } from '@/site/media/queries'
import { isReviewedImage } from '@/site/review/queries'

export const GET = async (request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const hidden = isSignedAddress(request.url) || (await isReviewedImage(request.url))
  const image = await findImageFile((await params).file, hidden)
  if (!image) return new Response('Not found\n', { status: 404 })
  return new Response(image.stream, {
    headers: {
      'Content-Type': image.mimeType,
      'Content-Length': String(image.bytes),
      'Cache-Control': hidden ? 'private, no-store' : 'public, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
