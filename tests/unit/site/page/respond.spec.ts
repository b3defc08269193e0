// A page as a response: its headers, and when it need not be sent again.
import { describe, expect, it } from 'vitest'
import { htmlResponse, type HtmlPage } from '@/site/page/respond'

const page = (changes: Partial<HtmlPage> = {}): HtmlPage => ({
  status: 200,
  html: '<!doctype html><p>Grüße</p>',
  lastModified: '2026-03-02T08:00:00.500Z',
  ...changes,
})

const respond = (
  headers: Record<string, string> = {},
  changes: Partial<HtmlPage> = {},
  method = 'GET',
) => htmlResponse(new Request('http://localhost/a', { method, headers }), page(changes))

const etag = respond().headers.get('ETag') ?? ''

describe('a response', () => {
  it('is HTML that nobody sniffs, frames or scripts', async () => {
    const response = respond()
    expect(await response.text()).toBe(page().html)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT',
    })
    expect(response.headers.get('Permissions-Policy')).toContain('camera=()')
  })

  it('asks for https only where the public origin has it', () => {
    const hsts = (origin?: string) =>
      respond({}, { origin }).headers.get('Strict-Transport-Security')
    expect(hsts('https://backstory.example')).toMatch(/^max-age=\d{8}/)
    expect(hsts('http://localhost:3000')).toBeNull()
    expect(hsts()).toBeNull()
  })

  it('takes robots, caching and framing from the page', () => {
    const { headers } = respond(
      {},
      { robots: 'noindex', cache: 'private, no-store', framedBy: 'self' },
    )
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    expect(respond().headers.has('X-Robots-Tag')).toBe(false)
    const secret = respond({}, { secretAddress: true })
    expect(secret.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('is not kept when something failed', () => {
    expect(respond({}, { status: 503 }).headers.get('Cache-Control')).toBe('no-store')
  })

  it('has no body for HEAD, and the same headers', async () => {
    const head = respond({}, {}, 'HEAD')
    expect(await head.text()).toBe('')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(respond().headers))
  })
})

describe('the ETag', () => {
  it('is strong and changes with a byte', () => {
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    expect(respond({}, { html: `${page().html} ` }).headers.get('ETag')).not.toBe(etag)
    expect(respond({}, { lastModified: undefined }).headers.get('ETag')).toBe(etag)
  })

  it.each([
    ['the tag', etag],
    ['the weak tag', `W/${etag}`],
    ['a list with it', `"a,b", W/"c" ,${etag}`],
    ['anything', '*'],
  ])('saves sending the page again to who names %s', async (_what, value) => {
    for (const method of ['GET', 'HEAD']) {
      const response = respond({ 'If-None-Match': value }, {}, method)
      expect(response.status).toBe(304)
      expect(await response.text()).toBe('')
      expect(response.headers.get('ETag')).toBe(etag)
      expect(response.headers.get('Cache-Control')).toBeTruthy()
    }
  })

  it('decides alone when it is asked for, whatever the date', () => {
    const since = { 'If-Modified-Since': 'Sun, 01 Mar 2037 00:00:00 GMT' }
    expect(respond({ 'If-None-Match': '"other"', ...since }).status).toBe(200)
    expect(respond({ 'If-None-Match': '', ...since }).status).toBe(200)
    expect(respond({ 'If-None-Match': etag.slice(1, -1), ...since }).status).toBe(200)
  })
})

describe('the date', () => {
  it.each([
    ['Mon, 02 Mar 2026 08:00:00 GMT', 304],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 304],
    ['Mon, 02 Mar 2026 07:59:59 GMT', 200],
    ['yesterday', 200],
  ])('since %s gives %i', (since, status) =>
    expect(respond({ 'If-Modified-Since': since }).status).toBe(status),
  )

  it('is not compared when the page has none', () => {
    const since = { 'If-Modified-Since': 'Mon, 02 Mar 2037 09:00:00 GMT' }
    expect(respond(since, { lastModified: undefined }).status).toBe(200)
  })
})

describe('other methods and statuses', () => {
  it('are never answered with 304', () => {
    expect(respond({ 'If-None-Match': '*' }, { status: 404 }).status).toBe(404)
    expect(respond({ 'If-None-Match': '*' }, { status: 410 }).status).toBe(410)
    expect(respond({ 'If-None-Match': '*' }, {}, 'POST').status).toBe(200)
  })
})
