// /media/<file>: an image that a live page shows.
import { findImageFile } from '@/site/media/queries'

export const GET = async (_request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const image = await findImageFile((await params).file)
  if (!image) return new Response('Not found\n', { status: 404 })
  return new Response(image.stream, {
    headers: {
      'Content-Type': image.mimeType,
      'Content-Length': String(image.bytes),
      'Cache-Control': 'public, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
