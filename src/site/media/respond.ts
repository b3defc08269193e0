// Answers with an image: validators, one part of it, and what caches may store. RFC 9110, sections 13 and 14.
import { cacheTagHeaders } from '@/cacheTagHeaders'
import { lengthHeaders } from '@/domain/http/answerLength'
import { byteRange } from '@/domain/http/byteRange'
import { imageCacheControl } from '@/domain/http/cacheControl'
import { isUnmodified } from '@/domain/http/conditionalRequest'
import { NO_SNIFF } from '@/domain/http/responseHeaders'
import { settings } from '@/env'
import { mediaStore } from '@/storage'
import type { ImageFile } from './queries'

const NOT_FOUND = 'Not found\n'

/** @param hidden only this visitor may see it, so that no cache on the way may store it */
export async function imageResponse(
  request: Request,
  image: ImageFile | undefined,
  hidden: boolean,
): Promise<Response> {
  if (!image) return new Response(NOT_FOUND, { status: 404 })
  const { name, mimeType, bytes } = image
  // The file under a name never changes, so that the name is a validator.
  const etag = `"${name}"`
  const headers = new Headers({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...NO_SNIFF,
    ...cacheHeaders(image, hidden),
  })
  const noneMatch = request.headers.get('If-None-Match')
  if (isUnmodified({ noneMatch }, etag)) return new Response(null, { status: 304, headers })

  const range = byteRange(rangeOf(request, etag), bytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const body = request.method === 'HEAD' ? null : await mediaStore().get(name, range)
  if (body === undefined) return new Response(NOT_FOUND, { status: 404 })
  headers.set('Content-Type', mimeType)
  const length = lengthHeaders(range ? range.end - range.start + 1 : bytes)
  for (const [header, value] of Object.entries(length)) headers.set(header, value)
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** A part is wanted only of what the reader has the rest of. */
function rangeOf({ headers, method }: Request, etag: string): string | null {
  const of = headers.get('If-Range')
  return method === 'GET' && (of === null || of === etag) ? headers.get('Range') : null
}

function cacheHeaders({ tags }: ImageFile, hidden: boolean): Record<string, string> {
  if (hidden) return { 'Cache-Control': 'private, no-store' }
  const { sharedCacheSeconds: seconds, purge } = settings()
  return {
    'Cache-Control': imageCacheControl({ seconds, isTold: purge !== undefined }),
    ...(purge && cacheTagHeaders(tags)),
  }
}
