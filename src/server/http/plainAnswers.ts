// Sends answers that need neither a page nor the database: refusals, redirects to the one address, and "not now".
import type { IncomingMessage, ServerResponse } from 'node:http'
import { commonHeaders, type Served } from './headers'

export interface PlainAnswer {
  status: number
  /** Text, unless the headers say otherwise. */
  body?: string
  headers?: Record<string, string>
}

/** How a program is told: the form in which Payload answers errors. */
export const jsonError = (message: string): Pick<PlainAnswer, 'body' | 'headers'> => ({
  body: `${JSON.stringify({ errors: [{ message }] })}\n`,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
})

export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body = '', headers }: PlainAnswer,
  served: Served,
): void {
  const all = {
    ...Object.fromEntries(commonHeaders('/', served)),
    ...(body && { 'Content-Type': 'text/plain; charset=utf-8' }),
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
  }
  response.writeHead(status, all)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** A client that is still sending gets its answer before the connection goes. */
const LINGER_MS = 2000

/** Refuses a request in the middle of its body: says so, reads on for a moment without listening, and hangs up. */
export function hangUp(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body = '', headers }: PlainAnswer,
  served: Served,
): void {
  if (response.headersSent) {
    request.destroy()
    return
  }
  response.writeHead(status, {
    ...Object.fromEntries(commonHeaders('/', served)),
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  })
  response.write(body)
  const end = () => void response.end(() => request.destroy())
  const lingering = setTimeout(end, LINGER_MS)
  request.once('end', end).once('close', () => clearTimeout(lingering))
  request.resume()
}

const REASONS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** For what Node could not read as HTTP, so that there is no response object. */
export function rawRefusal(code: string | undefined, served: Served): string {
  const headers = [
    ...commonHeaders('/', served),
    ['Cache-Control', 'no-store'],
    ['Content-Length', '0'],
    ['Connection', 'close'],
  ]
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${REASONS[code ?? ''] ?? '400 Bad Request'}`, ...lines, '', ''].join('\r\n')
}
