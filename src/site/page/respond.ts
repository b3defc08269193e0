// Answers with a page, or a text for programs: headers, validators, and 304 when the reader has it already.
import { createHash } from 'node:crypto'
import { isUnmodified } from '@/domain/http/conditionalRequest'
import { COMMON_HEADERS, HTTPS_HEADERS } from '@/domain/http/responseHeaders'
import { readable } from '@/domain/text/characters'

export interface HtmlPage {
  status: number
  /** The body; of another type where `type` says so. */
  html: string
  /** `Content-Type`; HTML unless it is given. */
  type?: string
  /** Further headers. */
  headers?: Record<string, string>
  /** ISO 8601 instant after which nothing on the page changed; leave out when that is not known. */
  lastModified?: string
  /** `X-Robots-Tag`, e.g. `noindex`. */
  robots?: string
  /** `Cache-Control`; readers' caches ask again every time unless told otherwise. */
  cache?: string
  /** The public origin, e.g. `https://example.org`; decides about HSTS. Default: the request's. */
  origin?: string
  /** The sites that may show the page in a frame; the admin panel frames previews. */
  framedBy?: 'none' | 'self'
  /** Hides the address from the sites that the page links to or shows. */
  secretAddress?: boolean
}

const REVALIDATE = 'public, max-age=0, must-revalidate'

/** Outside an editor's preview no script can run; JSON-LD is a data block, which policies do not concern (HTML Living Standard, "script"). */
const contentSecurityPolicy = (framedBy: 'none' | 'self'): string =>
  [
    "default-src 'none'",
    ...(framedBy === 'self' ? ["script-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self'",
    // Nothing on a page asks; a browser's tools that look at robots.txt from within it do.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors '${framedBy}'`,
  ].join('; ')

function headersOf(request: Request, page: HtmlPage): Headers {
  const { status, lastModified, robots, cache, origin = request.url, framedBy = 'none' } = page
  const headers = new Headers({
    'Content-Type': page.type ?? 'text/html; charset=utf-8',
    'Cache-Control': cache ?? (status >= 500 ? 'no-store' : REVALIDATE),
    'Content-Security-Policy': contentSecurityPolicy(framedBy),
    ...COMMON_HEADERS,
    ...(page.secretAddress && { 'Referrer-Policy': 'no-referrer' }),
    ...(origin.startsWith('https:') && HTTPS_HEADERS),
    ...page.headers,
  })
  if (robots) headers.set('X-Robots-Tag', robots)
  if (lastModified) headers.set('Last-Modified', new Date(lastModified).toUTCString())
  return headers
}

const strongEtag = (bytes: string): string =>
  `"${createHash('sha256').update(bytes).digest('base64url')}"`

function isKnown(request: Request, headers: Headers, etag: string): boolean {
  const modified = headers.get('Last-Modified')
  return isUnmodified(
    {
      noneMatch: request.headers.get('If-None-Match'),
      modifiedSince: request.headers.get('If-Modified-Since'),
    },
    etag,
    modified === null ? undefined : new Date(modified),
  )
}

/** GET and HEAD of a page that was found are answered with 304 when the request's validators match. */
export function htmlResponse(request: Request, page: HtmlPage): Response {
  const body = readable(page.html)
  const headers = headersOf(request, page)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (page.status === 200) {
    const etag = strongEtag(body)
    headers.set('ETag', etag)
    if (isRead && isKnown(request, headers, etag)) {
      headers.delete('Content-Type')
      return new Response(null, { status: 304, headers })
    }
  }
  return new Response(request.method === 'HEAD' ? null : body, {
    status: page.status,
    headers,
  })
}
