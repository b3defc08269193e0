// Headers: where a page that editors use may fetch from, and how long an answer of Next's is.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { LENGTH_HEADER } from '@/domain/http/answerLength'
import { commonHeaders, tidyHeaders } from '@/server/http/headers'

const policyOf = (path: string): Map<string, string[]> => {
  const headers = new Map(commonHeaders(path, { https: true, listed: true }))
  const policy = headers.get('Content-Security-Policy') ?? ''
  return new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources]
    }),
  )
}

describe('the policy of the panel', () => {
  const policy = policyOf('/admin/collections/articles/1')

  it.each([
    'default-src',
    'script-src',
    'style-src',
    'img-src',
    'font-src',
    'connect-src',
    'frame-src',
  ])('names where %s may come from, and no other site', (name) => {
    const sources = policy.get(name) ?? []
    expect(sources).toContain("'self'")
    expect(sources.filter((source) => /[*.]|^https?:|^wss?:/.test(source))).toEqual([])
  })

  it('lets nobody frame it, and no form lead elsewhere', () => {
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
  })
})

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
