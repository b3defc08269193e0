// Serves pages for tests: in this process, before a stand-in of the site, on a free port; and what a reader gets from it.
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { openServer, type PageServerOptions } from '@/server/server'
import { stubSite } from './stubSite'

export interface TestServer {
  url: string
  close(): Promise<void>
}

export const UNAVAILABLE = '<h1>Not now</h1>'
export const UNAVAILABLE_PANEL = '<h1>Not now, editors</h1>'

export const OPTIONS = {
  siteUrl: 'https://example.org',
  build: 'one',
  memoryBytes: 8 * 1024 * 1024,
  policy: { cacheControl: 'public, max-age=0', https: true, listed: true, cacheTags: false },
  unavailableHtml: { readers: UNAVAILABLE, editors: UNAVAILABLE_PANEL },
  clock: {},
}

/**
 * @param options what differs from the ordinary
 * @param port a free one, unless it is given
 */
export async function startServer(
  databaseUrl: string,
  options: Partial<PageServerOptions> = {},
  port = 0,
): Promise<TestServer> {
  const site = stubSite(databaseUrl)
  const front = await openServer({ ...OPTIONS, databaseUrl, next: site, ...options })
  await new Promise<void>((resolve) => front.server.listen(port, '127.0.0.1', resolve))
  const address = front.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await front.close()
      await site.end()
    },
  }
}

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

const plain = (bytes: Buffer, encoding: string | undefined): Buffer => {
  if (encoding === 'br') return brotliDecompressSync(bytes)
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes
}

/** As a program that says only what it is told to say. */
export function get(
  url: string,
  headers: Record<string, string> = {},
  { method = 'GET', body }: { method?: string; body?: string | Buffer } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    // A connection that may go on is what browsers have; the fast path takes no other.
    const all = { Connection: 'keep-alive', ...headers }
    const asked = request(url, { method, headers: all, agent: false }, (answer) => {
      const encoding = method === 'HEAD' ? undefined : answer.headers['content-encoding']
      buffer(answer)
        .then((bytes) => {
          asked.destroy()
          const text = plain(bytes, encoding).toString()
          resolve({ status: answer.statusCode!, headers: answer.headers, text })
        })
        .catch(reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** One request for each way in which the page server answers, of the stub's texts `/page`, `/gone` and `/old`. */
export const ALL_ANSWERS: [
  what: string,
  path: string,
  headers?: Record<string, string>,
  how?: object,
][] = [
  ['a page', '/page'],
  ['a page that is not there', '/nothing'],
  ['a page that is gone', '/gone'],
  ['a redirect', '/old'],
  ['a variant', '/Page'],
  ['the panel', '/api/echo'],
  ['a malformed address', '/%zz'],
  ['a method that is not allowed', '/page', {}, { method: 'DELETE' }],
  ['what is too large', '/api/echo', { 'content-length': '2000000' }, { method: 'POST' }],
  ['health', '/healthz'],
  ['readiness', '/readyz'],
]
