// What nginx keeps and what it hands on, before servers that allow everything: deploy/nginx.conf.template.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyLimit } from '@/server/http/limits'
import { get } from '../../setup/pageServer'
import { HAS_NGINX, startNginx } from '../../setup/nginx'

/** Says that everything may be kept by everybody, and counts who asks. */
function generousServer(assets: number): { server: Server; asked: string[] } {
  const asked: string[] = []
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { url = '', headers } = request
      asked.push(url)
      response.setHeader('Cache-Control', 'public, s-maxage=600')
      if (url.startsWith('/cookie')) response.setHeader('Set-Cookie', 'a=b')
      if (url.startsWith('/long')) response.setHeader('Cache-Tag', 'x'.repeat(8000))
      if (url.startsWith('/long')) response.setHeader('Surrogate-Key', 'x'.repeat(8000))
      response.statusCode = url.startsWith('/assets/') ? assets : 200
      if (url.startsWith('/assets/') && assets === 404)
        response.setHeader('Cache-Control', 'no-store')
      response.end(String(headers['x-forwarded-for'] ?? ''))
    })
  }).listen(0, '127.0.0.1')
  return { server, asked }
}

const old = generousServer(404)
const young = generousServer(200)
const servers = [old.server, young.server]
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const timesAsked = (url: string) =>
  [...old.asked, ...young.asked].filter((each) => each === url).length

describe.skipIf(!HAS_NGINX)('nginx', () => {
  let nginx: Awaited<ReturnType<typeof startNginx>>
  let cautious: Awaited<ReturnType<typeof startNginx>>

  beforeAll(async () => {
    await Promise.all(servers.map((server) => server.listening || once(server, 'listening')))
    const both = servers.map(urlOf) as [string, string]
    nginx = await startNginx(1, both)
    cautious = await startNginx(0, both)
  })
  afterAll(async () => {
    await Promise.all([nginx?.stop(), cautious?.stop()])
  })

  it('keeps a page that may be kept', async () => {
    for (let times = 0; times < 3; times++) await get(`${nginx.url}/page`)
    expect(timesAsked('/page')).toBe(1)
  })

  it('keeps no page where the settings do not say so, since nobody tells it what was withdrawn', async () => {
    for (let times = 0; times < 3; times++) await get(`${cautious.url}/other-page`)
    expect(timesAsked('/other-page')).toBe(3)
  })

  it.each([
    '/admin',
    '/admin/login',
    '/api/articles',
    '/preview/3',
    '/review/a-token',
    '/search?q=x',
    '/readyz',
    '/cookie',
  ])('never keeps %s', async (path) => {
    for (let times = 0; times < 3; times++) await get(nginx.url + path)
    expect(timesAsked(path)).toBe(3)
  })

  it('keeps nothing that was asked for with a name and a password', async () => {
    const headers = { Authorization: 'JWT x' }
    for (let times = 0; times < 2; times++) await get(`${nginx.url}/private`, headers)
    await get(`${nginx.url}/private`)
    expect(timesAsked('/private')).toBe(3)
  })

  it('finds the file of a new version while one instance is still the old one, and keeps it', async () => {
    for (let times = 0; times < 4; times++)
      expect((await get(`${cautious.url}/assets/new.css`)).status).toBe(200)
    // Of an answer that a refusal came before, nginx keeps nothing; of the next one it does.
    expect(young.asked.filter((url) => url === '/assets/new.css').length).toBeLessThanOrEqual(2)
  })

  it('passes on the tags of the longest page', async () => {
    const { headers, status } = await get(`${nginx.url}/long`)
    expect([status, headers['cache-tag']?.length]).toEqual([200, 8000])
  })

  it('adds who asked to what was said, so that one trusted proxy is one', async () => {
    const { text } = await get(`${nginx.url}/api/who`, { 'X-Forwarded-For': '203.0.113.7' })
    expect(text).toBe('203.0.113.7, 127.0.0.1')
  })

  it('takes uploads as large as the site does, and no larger', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const { bytes } = bodyLimit({
      headers: { 'content-type': headers['Content-Type'] },
    } as IncomingMessage)
    const send = (size: number) =>
      get(`${nginx.url}/api/media`, headers, { method: 'POST', body: Buffer.alloc(size) })
    expect((await send(bytes)).status).toBe(200)
    expect((await send(bytes + 1)).status).toBe(413)
  })
})

afterAll(() => servers.forEach((server) => server.close()))
