// A bare Node HTTP server that gives everybody the same answer: what the article page is measured beside.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SameAnswer {
  headers: Record<string, string | string[]>
  /** base64 */
  body: string
}

process.once('message', ({ headers, body }: SameAnswer) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_, response) => response.writeHead(200, headers).end(bytes))
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})

// Also when the process that measures was killed.
process.once('disconnect', () => process.exit())
