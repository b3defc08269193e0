// Sends a request to a request handler in this process, as a client would over a connection, but without a network.
import { createServer, request, type RequestListener } from 'node:http'
import { duplexPair } from 'node:stream'
import type { HeaderList } from '../page'

export interface RenderedAnswer {
  status: number
  headers: HeaderList
  body: Buffer
}

/** Headers of the question, such as Host. */
type Asking = Record<string, string>

/** All cache tags of a page are in one header. */
const MAX_HEADER_BYTES = 64 * 1024

/** A render that takes longer than this is given up, in milliseconds. */
const PATIENCE_MS = 30_000

/** GETs an address from the handler. The promise is rejected when the handler breaks off or takes too long. */
export function renderInProcess(
  handler: RequestListener,
): (path: string, headers: Asking) => Promise<RenderedAnswer> {
  const server = createServer(handler)
  const connect = () => {
    const [near, far] = duplexPair()
    server.emit('connection', far)
    return near
  }
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          path,
          headers: { ...headers, Connection: 'close' },
          createConnection: connect,
          maxHeaderSize: MAX_HEADER_BYTES,
          signal: AbortSignal.timeout(PATIENCE_MS),
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 500,
              headers: toHeaderList(answer.rawHeaders),
              body: Buffer.concat(chunks),
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.end()
    })
}

const toHeaderList = (raw: string[]): HeaderList =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as [string, string]] : []))
