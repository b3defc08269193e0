// Sets the headers that every answer has, and removes those that none may have.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LENGTH_HEADER } from '../../domain/http/answerLength'
import { COMMON_HEADERS, HTTPS_HEADERS } from '../../domain/http/responseHeaders'
import type { HeaderList } from '../page'

/** For answers that do not say better themselves. */
const READER_HEADERS = {
  ...COMMON_HEADERS,
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
}

/**
 * Next and Payload write scripts and styles into the panel's pages, so those may be in the page; but all that is fetched
 * comes from here: a text cannot make the browser of its reader call elsewhere. A picture that is being pasted or
 * cropped is in the browser alone (`data:`, `blob:`).
 */
const PANEL_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

const PANEL_HEADERS = {
  ...COMMON_HEADERS,
  'Content-Security-Policy': PANEL_POLICY.join('; '),
  'X-Frame-Options': 'DENY',
}

/** For editors alone: never listed by search engines. */
const isEditors = (path: string): boolean => isPanel(path) || path.startsWith('/api/')

export const isPanel = (path: string): boolean => path === '/admin' || path.startsWith('/admin/')

/** How the site is reached, and by whom. */
export interface Served {
  /** Whether readers reach it that way, which is then the only way. */
  https: boolean
  /** Whether search engines may list it; otherwise every answer tells them not to, and robots.txt lets them see it. */
  listed: boolean
}

export const commonHeaders = (path: string, { https, listed }: Served): HeaderList => [
  ...Object.entries(isPanel(path) ? PANEL_HEADERS : READER_HEADERS),
  ...(https ? Object.entries(HTTPS_HEADERS) : []),
  ...(listed && !isEditors(path) ? [] : [['X-Robots-Tag', 'noindex'] as [string, string]]),
]

/** Headers of Next and Payload about themselves and their own router, and those of the site for the page server alone. */
const INTERNAL_HEADERS = /^(x-powered-by|x-nextjs-.*|x-middleware-.*|backstory-.*)$/i
const CLIENT_HINTS = /^(accept|critical)-ch$/i
const ROUTER_VARY = /^(rsc|next-.*|sec-ch-prefers-color-scheme)$/i

export const isUnwanted = (name: string): boolean =>
  INTERNAL_HEADERS.test(name) || CLIENT_HINTS.test(name)

/** Headers with which Next's router asks for parts of a page, or Next asks itself; outside of the panel there is no router. */
const ROUTER_HEADERS = /^(rsc|next-.*|x-(nextjs|middleware|invoke|matched)-.*)$/i

/** Makes a request look as if its client had no router of Next's. */
export function forgetRouter({ headers }: IncomingMessage, path: string): void {
  if (isPanel(path)) return
  for (const name of Object.keys(headers)) if (ROUTER_HEADERS.test(name)) delete headers[name]
}

/** A Vary without what only Next's router in the browser sends; undefined when nothing is left. */
export const readersVary = (...lists: string[]): string | undefined => {
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim())
  const kept = names.filter((name) => name && !ROUTER_VARY.test(name))
  return [...new Set(kept)].join(', ') || undefined
}

/** Puts an answer of Next's in order at the last moment, when its headers are complete. */
export const tidyHeaders = (response: ServerResponse, path: string, served: Served): void =>
  beforeHeaders(response, () => tidyNow(response, path, served))

/** Does something right before an answer begins. */
export function beforeHeaders(response: ServerResponse, work: () => unknown): void {
  const { writeHead } = response
  const worked = (...args: Parameters<typeof writeHead>) => {
    work()
    return writeHead.apply(response, args)
  }
  response.writeHead = worked as typeof writeHead
}

function tidyNow(response: ServerResponse, path: string, served: Served): void {
  if (response.headersSent) return
  const length = response.getHeader(LENGTH_HEADER)
  if (length !== undefined) response.setHeader('Content-Length', length)
  for (const name of response.getHeaderNames()) {
    if (INTERNAL_HEADERS.test(name) || (CLIENT_HINTS.test(name) && !isPanel(path)))
      response.removeHeader(name)
  }
  const vary = response.getHeader('Vary')
  if (vary !== undefined && !isPanel(path)) {
    const kept = readersVary(...[vary].flat().map(String))
    if (kept) response.setHeader('Vary', kept)
    else response.removeHeader('Vary')
  }
  const missing: HeaderList = [...commonHeaders(path, served), ['Cache-Control', 'no-store']]
  for (const [name, value] of missing)
    if (!response.hasHeader(name)) response.setHeader(name, value)
}
