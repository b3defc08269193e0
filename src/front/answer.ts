// A stored page as an answer: in one of its encodings, or that the reader has it already. RFC 9110, sections 8 and 13.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor, type Encoding } from './negotiate'
import { plainOf, type Page } from './page'

/** One encoding of a page, ready to be sent. */
interface Representation {
  etag: string
  body: Buffer
  /** Name, value, name, value …, as Node takes them. */
  headers: string[]
  /** Those of a 304. */
  validators: string[]
}

/** What was prepared for one page so far. */
export type Representations = Partial<Record<Encoding, Representation>>

/** About the body, which a 304 has not. */
const OF_BODY = /^content-(type|encoding|length|language)$/i

export const encodingOf = ({ bodies }: Page, headers: IncomingHttpHeaders): Encoding =>
  bodies.gzip ? encodingFor(headers['accept-encoding']) : 'plain'

/** Answers GET and HEAD. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { page, prepared }: { page: Page; prepared: Representations },
): void {
  const { headers, method } = request
  const encoding = encodingOf(page, headers)
  const ready = (prepared[encoding] ??= represent(page, encoding))
  if (page.status === 200 && isCurrent(headers, ready.etag, page.lastModified)) {
    response.writeHead(304, ready.validators).end()
    return
  }
  response.writeHead(page.status, ready.headers)
  response.end(method === 'HEAD' ? undefined : ready.body)
}

function represent(page: Page, encoding: Encoding): Representation {
  // A strong ETag is that of one encoding's bytes (RFC 9110, 8.8.3.3).
  const etag = `"${page.etag}${encoding === 'plain' ? '' : `-${encoding}`}"`
  const body =
    encoding === 'plain' ? plainOf(page.bodies) : (page.bodies[encoding] ?? plainOf(page.bodies))
  const headers = [
    ...page.headers,
    ...(encoding === 'plain' ? [] : [['Content-Encoding', encoding]]),
    ...(page.status === 200
      ? [
          ['ETag', etag],
          ...(page.lastModified ? [['Last-Modified', page.lastModified.toUTCString()]] : []),
        ]
      : []),
    ['Content-Length', String(body.length)],
  ]
  const validators = headers.filter(([name = '']) => !OF_BODY.test(name))
  return { etag, body, headers: headers.flat(), validators: validators.flat() }
}

/** The ETag decides alone when the request names one (RFC 9110, 13.2.2). HTTP dates have whole seconds. */
function isCurrent(headers: IncomingHttpHeaders, etag: string, lastModified?: Date): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) return listsEtag(known, etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return lastModified !== undefined && lastModified.getTime() <= since
}

/** Weak comparison, so `W/` does not count (RFC 9110, 13.1.2). */
const listsEtag = (list: string, etag: string): boolean =>
  list.trim() === '*' ||
  (list.match(/(?:W\/)?"[^"]*"/g) ?? []).some((known) => known.replace(/^W\//, '') === etag)
