// What an article weighs over the wire, and what a browser asks for before it has its first picture.
import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startGallery } from '../../setup/gallery/startGallery'
import type { RunningSite } from '../../setup/site'

const ILLUSTRATED = '/how-to-lift-a-heavy-box-with-less-strain'
/** Of the same shape as the seed; it stands for it where there is none. */
const FIXTURE = 'tests/fixtures/articles/same-shape.txt'
const SEED = '../shared/seed'
const MAX_BYTES = 20_000
const MAX_REQUESTS = 2

let site: RunningSite
let browser: Browser
let fixture: string

beforeAll(async () => {
  site = (await startGallery()).site
  fixture = (await site.importFiles(FIXTURE))[0]?.path ?? ''
  browser = await openBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** The bytes of a body as they are sent to a browser, which takes Brotli. */
const sent = (path: string): Promise<{ bytes: number; encoding: string | undefined }> =>
  new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip, deflate, br, zstd' }
    request(site.url + path, { headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ bytes, encoding: response.headers['content-encoding'] }))
    })
      .on('error', reject)
      .end()
  })

/** HTML and stylesheet of an article together. */
async function weightOf(path: string): Promise<number> {
  const html = await (await fetch(site.url + path)).text()
  const [, stylesheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(html) ?? []
  const answers = await Promise.all([sent(path), sent(stylesheet)])
  expect(answers.map(({ encoding }) => encoding)).toEqual(['br', 'br'])
  return answers.reduce((sum, { bytes }) => sum + bytes, 0)
}

async function articles(): Promise<string[]> {
  const part = await (await fetch(`${site.url}/sitemaps/1.xml`)).text()
  return [...part.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
}

describe('HTML and CSS over the wire', () => {
  it('of every demonstration article are at most 20 kB', async () => {
    const all = await articles()
    expect(all.length).toBeGreaterThan(13)
    expect(all).toContain(fixture)
    const weights = await Promise.all(
      all.map(async (path) => [path, await weightOf(path)] as const),
    )
    expect(weights.filter(([, bytes]) => bytes > MAX_BYTES)).toEqual([])
  })

  it.skipIf(!existsSync(SEED))(
    'of the seed are at most 20 kB (skipped where there is none)',
    async () => {
      const [imported] = await site.importFiles(`${SEED}/${readdirSync(SEED)[0]}`)
      expect(await weightOf(imported!.path)).toBeLessThanOrEqual(MAX_BYTES)
    },
    60_000,
  )
})

describe('a browser that opens an article with pictures', () => {
  it('asks for two things at most before the first picture, and for no script', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (each) => asked.push(each.resourceType()))
    await page.goto(site.url + ILLUSTRATED, { waitUntil: 'networkidle' })
    const before = asked.slice(0, asked.indexOf('image'))
    expect(before.length).toBeLessThanOrEqual(MAX_REQUESTS)
    expect(['document', 'document stylesheet']).toContain(before.join(' '))
    expect(asked).not.toContain('script')
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    expect(await page.locator('article img').count()).toBeGreaterThan(0)
    await page.close()
  })
})
