// Sends a stored page as an answer: in one of its encodings, or as 304 when the reader has it already. RFC 9110,
// sections 8 and 13.
import {
  STATUS_CODES,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { withQuery } from '../../domain/addresses/redirectFrom'
import { isUnmodified } from '../../domain/http/conditionalRequest'
import { encodingFor, type Encoding } from './negotiate'
import { toExactBuffer, plainBodyOf, type HeaderList, type Page } from '../page'

/** An answer that is ready to be sent, but for what belongs to the moment and the connection. */
export interface Answer {
  status: number
  headers: HeaderList
  /** None where the status has none. */
  body?: Buffer
  /** Status line and headers as they are sent, without the empty line at their end. */
  head: Buffer
}

/** One encoding of a page. */
interface Representation {
  etag: string
  whole: Answer
  /** For clients that have it already; made for the first one of them. */
  unchanged?: Answer
}

/** What was prepared for one page so far. */
export type Representations = Partial<Record<Encoding, Representation>>

/** What an answer depends on. */
type AskedWith = Pick<
  IncomingHttpHeaders,
  'accept-encoding' | 'if-none-match' | 'if-modified-since'
>

/** About the body, which a 304 has not. */
const OF_BODY = /^content-(type|encoding|length|language)$/i

export const encodingOf = ({ bodies }: Page, headers: AskedWith): Encoding =>
  bodies.gzip ? encodingFor(headers['accept-encoding']) : 'plain'

/** To GET; for HEAD its body stays away. */
export function pageAnswer(
  { page, prepared }: { page: Page; prepared: Representations },
  headers: AskedWith,
): Answer {
  const encoding = encodingOf(page, headers)
  const ready = (prepared[encoding] ??= toRepresentation(page, encoding))
  const asked = { noneMatch: headers['if-none-match'], modifiedSince: headers['if-modified-since'] }
  const isKnown = page.status === 200 && isUnmodified(asked, ready.etag, page.lastModified)
  return isKnown ? (ready.unchanged ??= withoutBody(ready.whole)) : ready.whole
}

/** A redirect is stored once, and each request takes its own query along. */
export const withQueryInLocation = ({ status, headers, body }: Answer, query: string): Answer =>
  toAnswer(
    status,
    headers.map(([name, value]) => [
      name,
      name.toLowerCase() === 'location' ? withQuery(value, query) : value,
    ]),
    body,
  )

export function sendAnswer(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
): void {
  response.writeHead(status, headers.flat())
  response.end(method === 'HEAD' ? undefined : body)
}

function toRepresentation(page: Page, encoding: Encoding): Representation {
  // A strong ETag is that of one encoding's bytes (RFC 9110, 8.8.3.3).
  const etag = `"${page.etag}${encoding === 'plain' ? '' : `-${encoding}`}"`
  const body =
    encoding === 'plain'
      ? plainBodyOf(page.bodies)
      : (page.bodies[encoding] ?? plainBodyOf(page.bodies))
  const headers: HeaderList = [
    ...page.headers,
    ...(encoding === 'plain' ? [] : [['Content-Encoding', encoding] as [string, string]]),
    ...(page.status === 200 ? validatorHeaders(etag, page.lastModified) : []),
    ['Content-Length', String(body.length)],
  ]
  return { etag, whole: toAnswer(page.status, headers, body) }
}

const validatorHeaders = (etag: string, lastModified?: Date): HeaderList => [
  ['ETag', etag],
  ...(lastModified ? [['Last-Modified', lastModified.toUTCString()] as [string, string]] : []),
]

const withoutBody = ({ headers }: Answer): Answer =>
  toAnswer(
    304,
    headers.filter(([name]) => !OF_BODY.test(name)),
  )

function toAnswer(status: number, headers: HeaderList, body?: Buffer): Answer {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
  ]
  return { status, headers, body, head: toExactBuffer(Buffer.from(lines.join('\r\n'), 'latin1')) }
}
