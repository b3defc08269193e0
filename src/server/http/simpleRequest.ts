// Parses the requests that nearly all readers send: GET or HEAD, whole in one piece, without a body, in the plainest
// form of HTTP/1.1.

export interface SimpleRequest {
  method: 'GET' | 'HEAD'
  /** In origin form: a path with its query. */
  url: string
  /** Those that matter to an answer, by their names in lower case; each occurs once. */
  headers: SimpleHeaders
  /** The header lines as they came. */
  lines: string
}

export type SimpleHeaders = Partial<Record<(typeof READ)[number], string>>

const READ = ['host', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since'] as const

/** A header by which a request is not simple, unless it has this value. */
const NOT_SIMPLE = new Map([
  ['connection', 'keep-alive'],
  ['content-length', '0'],
  ['transfer-encoding', undefined],
  ['expect', undefined],
  ['upgrade', undefined],
])

const MAX_BYTES = 8 * 1024

/** Letters may come as their own bytes, as readers type them into programs: Node's parser takes no such line. */
const REQUEST_LINE = /(GET|HEAD) (\/[\x21-\x7e\x80-\xff]*) HTTP\/1\.1\r\n/y
const HEADER_LINE = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y

type Read = (typeof READ)[number]
const isRead = (name: string): name is Read => (READ as readonly string[]).includes(name)

/**
 * Reads what a client sent at once. RFC 9112, but for whatever allows two readings: that is for a parser of all of HTTP.
 * @param before on the same connection: crawlers, proxies and browsers say the same of themselves again and again
 * @returns undefined for everything but one whole simple request
 */
export function simpleRequest(bytes: Buffer, before?: SimpleRequest): SimpleRequest | undefined {
  if (bytes.length > MAX_BYTES) return undefined
  const text = bytes.toString('latin1')
  REQUEST_LINE.lastIndex = 0
  const [, method, url = ''] = REQUEST_LINE.exec(text) ?? []
  if (!method) return undefined
  const lines = text.slice(REQUEST_LINE.lastIndex)
  const headers = lines === before?.lines ? before.headers : headersFrom(lines)
  return headers && { method: method as SimpleRequest['method'], url, headers, lines }
}

function headersFrom(lines: string): SimpleHeaders | undefined {
  const headers: SimpleHeaders = {}
  for (let at = 0; ; at = HEADER_LINE.lastIndex) {
    HEADER_LINE.lastIndex = at
    const line = HEADER_LINE.exec(lines)
    if (!line) return at === lines.length - 2 && lines.endsWith('\r\n') ? headers : undefined
    const [, name = '', value = ''] = line
    const known = name.toLowerCase()
    if (NOT_SIMPLE.has(known) && NOT_SIMPLE.get(known) !== value.toLowerCase()) return undefined
    if (!isRead(known)) continue
    if (known in headers) return undefined
    headers[known] = value.replace(/[ \t]+$/, '')
  }
}
