// What Next would answer by itself, asked of the whole built site: closed, or harmless.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { get } from '../../setup/pageServer'
import { answersIn, speak } from '../../setup/raw'
import { startSite, type RunningSite } from '../../setup/site'

let site: RunningSite
let origin: string
beforeAll(async () => {
  site = await startSite()
  origin = site.url.replace('localhost', '127.0.0.1')
  await get(`${origin}/about`)
}, 300_000)
afterAll(() => site.stop())

const INTERNALS: [path: string, headers?: Record<string, string>, method?: string][] = [
  ['/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2Fx.png&w=640&q=75'],
  ['/_next/image?url=%2Fadmin&w=640&q=75'],
  ['/_next/data/build/about.json'],
  ['/_next/data/build/admin.json', { 'x-nextjs-data': '1' }],
  ['/_next/static/../../package.json'],
  ['/_next/static/%2e%2e/%2e%2e/package.json'],
  ['/_next/webpack-hmr'],
  ['/_next/build-manifest.json'],
  ['/__nextjs_original-stack-frame'],
  ['/.next/BUILD_ID'],
  ['/.env'],
  ['/package.json'],
  ['/api/graphql', { 'content-type': 'application/json' }, 'POST'],
  ['/api/graphql-playground'],
  ['/api/og'],
  ['/admin', { 'next-action': 'a'.repeat(40) }, 'POST'],
  ['/admin', {}, 'TRACE'],
  ['/api/articles', {}, 'TRACE'],
  ['/api/articles', {}, 'PROPFIND'],
  ['/search?q=x', {}, 'DELETE'],
]

/** What nobody outside is told. */
const SECRETS = /at [^ ]+ \(|node_modules|\/src\/|PAYLOAD_SECRET|postgres:|ECONNREFUSED/

describe('an internal address', () => {
  it.each(INTERNALS)('%s gives nothing away', async (path, headers = {}, method = 'GET') => {
    const answer = await get(origin + path, headers, { method })
    expect(answer.status).toBeGreaterThanOrEqual(300)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toMatch(SECRETS)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    for (const name of Object.keys(answer.headers))
      expect(name).not.toMatch(/^(x-powered-by|server|x-nextjs-.*|x-middleware-.*|x-payload.*)$/)
  })
})

const DISGUISES: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
  { 'x-nextjs-data': '1', purpose: 'prefetch' },
  { 'x-invoke-path': '/admin', 'x-matched-path': '/admin', 'x-rewrite-url': '/admin' },
  { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  { cookie: '__prerender_bypass=a; payload-token=b' },
]

describe('a header that Next listens to', () => {
  it.each(DISGUISES)('%j changes nothing for readers', async (headers) => {
    const plain = await get(`${origin}/about`)
    const disguised = await get(`${origin}/about`, headers)
    expect([disguised.status, disguised.text]).toEqual([200, plain.text])
    // A page that nobody has asked for yet, a search, and what is not there.
    for (const path of ['/questions', '/search?q=sleep', `/none-${Math.random()}`]) {
      const first = await get(origin + path, headers)
      expect(first.headers['content-type']).toContain('text/html')
      expect(first.text + JSON.stringify(first.headers)).not.toContain('evil')
      expect((await get(origin + path)).text).toBe(first.text)
    }
  })

  it('opens neither panel nor interface', async () => {
    for (const headers of DISGUISES.filter(({ host }) => !host)) {
      const panel = await get(`${origin}/admin`, { ...headers, accept: 'text/html' })
      expect(panel.text).not.toContain('/admin/logout')
      expect((await get(`${origin}/api/users`, headers)).status).toBe(403)
    }
  })

  it('leads nobody to another site', async () => {
    for (const path of ['/admin', '/admin/login', '/About', '//evil.example/', '/search']) {
      const { headers } = await get(origin + path, { host: 'evil.example' })
      expect(headers.location ?? '/').toMatch(/^\/(?!\/)/)
    }
  })

  it.each(['websocket', 'h2c', 'x'])('asks for %s in vain, and the line stays open', async (to) => {
    const upgrade = `Host: a\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\n\r\n`
    for (const path of ['/about', '/_next/webpack-hmr', '/api/users/me']) {
      const said = await speak(origin, `GET ${path} HTTP/1.1\r\n${upgrade}`)
      const [answer] = answersIn(said)
      expect(answer?.status, path).toBeGreaterThanOrEqual(200)
      expect(answer?.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    }
  })
})

describe('the panel and its interface', () => {
  it('are never kept by anybody', async () => {
    for (const path of ['/admin', '/admin/login', '/api/users/me', '/api/categories']) {
      const { headers } = await get(origin + path)
      expect(headers['cache-control'], path).toMatch(/no-store/)
      expect(headers['cache-tag'], path).toBeUndefined()
    }
  })
})
