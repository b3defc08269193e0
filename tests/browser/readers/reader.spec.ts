// A reader without script, and a crawler, on the imported article.
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parityIssues } from '../../../tools/siteChecker/pageRules/parity'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'

const FIXTURE = 'tests/fixtures/articles/same-shape.txt'
const MOVED_HERE = 'tests/fixtures/movedHere.txt'
const AGENTS = [
  'curl',
  'GPTBot',
  'OAI-SearchBot',
  'ClaudeBot',
  'PerplexityBot',
  'Googlebot',
  'Bingbot',
]

let site: RunningSite
let browser: Browser
let page: Page
let path: string

beforeAll(async () => {
  site = await startSite()
  const [result] = await site.importFiles(FIXTURE)
  path = result!.path
  browser = await openBrowser()
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const get = (at: string, init?: RequestInit) =>
  fetch(site.url + at, { redirect: 'manual', ...init })

describe('the imported article, with JavaScript off', () => {
  it('shows its body in order, both Read Also places kept for later, and five open answers', async () => {
    await page.goto(site.url + path)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('h2').count()).toBeGreaterThanOrEqual(4)
    const answers = page.locator('h3[id^="faq-"]')
    expect(await answers.count()).toBe(5)
    for (const answer of await answers.all()) expect(await answer.isVisible()).toBe(true)
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  })

  it('leads to an answer by its anchor', async () => {
    const id = await page.locator('h3[id^="faq-"]').last().getAttribute('id')
    await page.goto(`${site.url}${path}#${id}`)
    expect(await page.locator(`#${id}`).isVisible()).toBe(true)
  })

  it('says in its structured data what it says to the eye', async () => {
    const html = await (await get(path)).text()
    expect(parityIssues(html)).toEqual([])
    expect(html.match(/application\/ld\+json/g)).toHaveLength(1)
    expect(html).toContain('"FAQPage"')
    expect(html).not.toMatch(/SearchAction|speakable|AggregateRating/)
  })

  it('shows a Read Also link where it stood once its article is live', async () => {
    await page.goto(`${site.url}/how-to-set-up-a-desk-your-neck-will-forgive`)
    const links = page.locator('aside.read-also a')
    expect(await links.count()).toBeGreaterThan(0)
    await links.first().click()
    expect(await page.locator('h1').innerText()).not.toBe('')
    expect(await page.locator('article').count()).toBe(1)
  })

  it('does not scroll sideways at 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(site.url + path)
    const [inner, scroll] = await Promise.all([
      page.evaluate('window.innerWidth'),
      page.evaluate('document.documentElement.scrollWidth'),
    ])
    expect(scroll).toBe(inner)
  })
})

describe('the home page', () => {
  it('lists the newest articles, each a link that works', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(site.url)
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links.length).toBeGreaterThan(12)
    for (const link of new Set(links)) expect((await get(link!)).status, link!).toBe(200)
  })
})

describe('over HTTP', () => {
  it.each(AGENTS)('%s finds title, canonical and robots inside the head', async (agent) => {
    const html = await (await get(path, { headers: { 'User-Agent': agent } })).text()
    const [head] = html.split('</head>')
    expect(head).toContain(`<link rel="canonical" href="${site.url}${path}"/>`)
    expect(head).toMatch(/<title>[^<]+<\/title>/)
    expect(head).toContain('name="robots"')
  })

  it('has one canonical address, whatever was asked for', async () => {
    const html = await (await get(`${path}?utm_source=x`)).text()
    expect(html.match(/rel="canonical"[^>]*/g)).toEqual([
      `rel="canonical" href="${site.url}${path}"/`,
    ])
    for (const variant of [`${path}/`, path.toUpperCase(), `${path}/index.html`]) {
      const { status, headers } = await get(variant)
      expect(status, variant).toBe(308)
      expect(new URL(headers.get('location')!, site.url).pathname).toBe(path)
    }
  })

  it('answers unknown addresses with 404 and a page that helps', async () => {
    const response = await get('/no-such-page')
    expect(response.status).toBe(404)
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(await response.text()).toContain('href="/"')
  })

  it('validates with ETag, answers 304 without a body, and HEAD like GET', async () => {
    const first = await get(path)
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^"[^"]+"$/)
    const again = await get(path, { headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await get(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
  })

  it('sends strict headers and names no software', async () => {
    const { headers } = await get(path)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBeTruthy()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('critical-ch')).toBeNull()
    expect(headers.get('vary') ?? '').not.toContain('Sec-CH')
  })

  it('is answered from what was stored, which no reader is told', async () => {
    const first = await get(path)
    const again = await get(path)
    expect(again.headers.get('last-modified')).toBe(first.headers.get('last-modified'))
    expect(again.headers.get('content-encoding')).toBeTruthy()
    for (const name of ['backstory-revision', 'backstory-facts', 'cache-tag', 'server'])
      expect(again.headers.get(name), name).toBeNull()
  })

  it('has a panel that nobody can frame, and that names no software', async () => {
    const { status, headers } = await get('/admin/login')
    expect(status).toBe(200)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('leads from the addresses that a text had before to the one it has, in one hop', async () => {
    const [moved] = await site.importFiles(MOVED_HERE)
    const before = [
      '/Health_Care/Moved(2019).html',
      '/health_care/moved(2019).html',
      '/notes/moved.md',
      encodeURI('/älter'),
      encodeURI('/älter/'),
    ]
    for (const at of before) {
      const { status, headers } = await get(at)
      expect([at, status, headers.get('location')]).toEqual([at, 301, moved!.path])
    }
    expect((await get(moved!.path)).status).toBe(200)
  })

  it('has no image optimiser that would keep what was withdrawn', async () => {
    expect((await get('/_next/image?url=%2Fmedia%2Fx.png&w=640&q=75')).status).toBe(404)
  })

  it('gives its icon as files, also to who asks without looking', async () => {
    const html = await (await get(path)).text()
    const named = [...html.matchAll(/<link rel="icon"[^>]*href="([^"]*)"/g)].map(([, at]) => at!)
    const answers = await Promise.all([...named, '/favicon.ico'].map((at) => get(at)))
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
      [200, 'image/png'],
      [200, 'image/svg+xml'],
      [200, 'image/x-icon'],
    ])
    const { width, height } = await sharp(Buffer.from(await answers[0]!.arrayBuffer())).metadata()
    expect([width, height]).toEqual([96, 96])
    expect(answers[0]!.headers.get('cache-control')).toContain('immutable')
  })

  it('says that it is alive', async () => {
    expect((await get('/healthz')).status).toBe(200)
  })

  it.each([
    '/api/articles',
    '/api/faq-items',
    '/api/users',
    '/api/media',
    '/api/articles/versions',
  ])('keeps %s closed to whoever has not signed in', async (at) =>
    expect((await get(at)).status).toBe(403),
  )

  it('has no GraphQL, and no way to become the first administrator', async () => {
    expect((await get('/api/graphql', { method: 'POST' })).status).toBe(404)
    const body = JSON.stringify({ email: 'a@b.org', password: 'twelve-letters', name: 'A' })
    const headers = { 'Content-Type': 'application/json' }
    const first = await get('/api/users/first-register', { method: 'POST', body, headers })
    expect(first.status).toBe(404)
    expect(await (await get('/admin/create-first-user')).text()).not.toContain('type="password"')
  })
})
