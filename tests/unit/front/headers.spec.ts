// Answers of Next's as the front puts them in order: how long they are is said again.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { LENGTH_HEADER } from '@/domain/answerLength'
import { tidyHeaders } from '@/front/headers'

it.each(['GET', 'HEAD'])(
  'says to %s how long an image is, and nothing of how it knows',
  async (method) => {
    const server = createServer((request, response) => {
      tidyHeaders(response, '/media/x.webp', { https: false, listed: true })
      response.setHeader('Content-Type', 'image/webp')
      response.setHeader(LENGTH_HEADER, '6')
      if (request.method === 'HEAD') return response.end()
      // In pieces, as a stream arrives.
      response.write('abc')
      return response.end('def')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/media/x.webp`, { method })
    expect(answer.headers.get('Content-Length')).toBe('6')
    expect(answer.headers.get('Transfer-Encoding')).toBeNull()
    expect(answer.headers.get(LENGTH_HEADER)).toBeNull()
    expect(await answer.text()).toBe(method === 'GET' ? 'abcdef' : '')
    server.close()
  },
)
