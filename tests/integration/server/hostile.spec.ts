// The server before clients that mean harm, or do not know what they do: by hand, byte by byte.
import { describe, expect, it } from 'vitest'
import { get } from '../../setup/pageServer'
import { answersIn, GET, HOST, POST, speak } from '../../setup/raw'
import { openStubServer } from '../../setup/stubServer'
import { publish } from '../../setup/stubSite'

const { front, pool } = await openStubServer()
await get(`${front.url}/page`)

const CHUNKED = 'Transfer-Encoding: chunked\r\n'

const REQUESTS: [what: string, text: string, statuses: number[]][] = [
  ['a page', GET('/page'), [200]],
  ['an absolute address of another site', GET('http://evil.example/page'), [200]],
  ['an absolute address of an API', GET('http://evil.example/api/echo'), [200]],
  ['two hosts', `GET /api/echo HTTP/1.1\r\n${HOST}${HOST}\r\n`, [400]],
  ['no host', 'GET /api/echo HTTP/1.1\r\n\r\n', [400]],
  ['a host with a path', 'GET /api/echo HTTP/1.1\r\nHost: a/b\r\n\r\n', [400]],
  ['a host with a user', 'GET /api/echo HTTP/1.1\r\nHost: a@b\r\n\r\n', [400]],
  ['HTTP/1.0 without a host', 'GET /api/echo HTTP/1.0\r\n\r\n', [200]],
  ['dots that lead upwards', GET('/api/../page'), [400]],
  ['dots that are encoded', GET('/x/%2e%2E/page'), [400]],
  ['half a character', GET('/%e0%a4%a'), [400]],
  ['a line break in an address', GET('/a%0d%0aX:%20y'), [400]],
  ['two lengths', POST('/api/echo', 'Content-Length: 1\r\nContent-Length: 2\r\n', 'ab'), [400]],
  ['a length of its own', POST('/api/echo', `Content-Length: 3\r\n${CHUNKED}`, 'abc'), [400]],
  ['a length below nothing', POST('/api/echo', 'Content-Length: -1\r\n'), [400]],
  ['a length in words', POST('/api/echo', 'Content-Length: ten\r\n'), [400]],
  ['an encoding that hides chunks', POST('/api/echo', 'Transfer-Encoding: xchunked\r\n'), [400]],
  ['a chunk without a length', POST('/api/echo', CHUNKED, 'zz\r\nabc\r\n0\r\n\r\n'), [400]],
  ['a folded header', GET('/page', 'X: a\r\n b\r\n'), [400]],
  ['a space before a colon', GET('/page', 'X : a\r\n'), [400]],
  ['a zero byte', GET('/page', 'X: a\0b\r\n'), [400]],
  ['a header without an end', GET('/page', `X: ${'a'.repeat(20_000)}\r\n`), [431]],
  ['an address without an end', GET(`/${'a'.repeat(9000)}`), [414]],
  ['TRACE', `TRACE /page HTTP/1.1\r\n${HOST}\r\n`, [405]],
  ['TRACE of an API', `TRACE /api/echo HTTP/1.1\r\n${HOST}\r\n`, [405]],
  ['PROPFIND of an API', `PROPFIND /api/echo HTTP/1.1\r\n${HOST}\r\n`, [405]],
  ['a method of nobody’s', `BREW /page HTTP/1.1\r\n${HOST}\r\n`, [400]],
  ['OPTIONS', `OPTIONS /page HTTP/1.1\r\n${HOST}\r\n`, [200]],
  ['a write to a page', POST('/page', 'Content-Length: 2\r\n', 'ab'), [405]],
  ['another protocol', GET('/page', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'), [200]],
  ['HTTP/2 over a plain line', GET('/page', 'Connection: Upgrade\r\nUpgrade: h2c\r\n'), [200]],
  ['an expectation', GET('/page', 'Expect: miracles\r\n'), [417]],
  ['pages one after the other at once', GET('/page').repeat(3), [200, 200, 200]],
  ['a page and nonsense at once', `${GET('/page')}nonsense\r\n\r\n`, [200]],
  ['a part of a page', GET('/page', 'Range: bytes=0-9\r\n'), [200]],
]

describe('a request with', () => {
  it.each(REQUESTS)('%s is answered as it must be', async (_, text, expected) => {
    const answers = answersIn(await speak(front.url, text))
    expect(answers.map(({ status }) => status)).toEqual(expected)
    for (const { headers } of answers) {
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
      expect(headers['content-security-policy']).toBeTruthy()
      expect(headers['cache-control']).toBeTruthy()
      for (const name of ['x-powered-by', 'server', 'backstory-revision'])
        expect(headers[name]).toBeUndefined()
    }
  })

  // RFC 9112, 3.2.2: its host takes the place of Host, which may say anything too.
  it('an absolute address reaches the site without its origin', async () => {
    const [answer] = answersIn(await speak(front.url, GET('http://evil.example/api/echo?a=1')))
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ url: '/api/echo?a=1' })
  })
})

const SAME = [
  '?x=1',
  '?utm_source=mail',
  '?_rsc=1',
  '?__nextLocale=de',
  '?page',
  '#markdown',
  '#',
] as const
const DISGUISES = [
  { host: 'evil.example' },
  { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' },
  { 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
  { 'x-middleware-subrequest': 'middleware', 'x-middleware-prefetch': '1' },
  { 'x-invoke-path': '/admin', 'x-matched-path': '/admin' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-action': 'a' },
  { cookie: 'payload-token=a; __prerender_bypass=b', authorization: 'JWT a' },
  { 'x-http-method-override': 'DELETE', 'accept-language': 'de' },
] as const

describe('a stored page', () => {
  const renders = async () =>
    (await pool.query<{ path: string }>('select path from renders')).rows.map(({ path }) => path)
  const stored = async () =>
    (await pool.query<{ address: string }>('select address from stored_pages')).rows

  it('is one page whatever is appended to its address, and is rendered no more for it', async () => {
    const [page] = answersIn(await speak(front.url, GET('/page')))
    const [before, kept] = [await renders(), await stored()]
    for (const more of SAME.filter((each) => each !== '?page')) {
      const [answer] = answersIn(await speak(front.url, GET(`/page${more}`)))
      expect(answer?.body, more).toBe(page?.body)
    }
    expect(await renders()).toEqual(before)
    expect(await stored()).toEqual(kept)
  })

  it('is not touched by what a request says of itself, whether it is made for it or not', async () => {
    const { text, headers } = await get(`${front.url}/page`)
    for (const [at, disguise] of DISGUISES.entries()) {
      const path = `/disguised-${at}`
      await publish(pool, path, 'Plain. '.repeat(300))
      const first = await get(front.url + path, { ...disguise })
      expect(first.text, JSON.stringify(disguise)).not.toContain('evil')
      expect(JSON.stringify(first.headers)).not.toContain('evil')
      expect((await get(front.url + path)).text).toBe(first.text)
      const again = await get(`${front.url}/page`, { ...disguise })
      expect([again.text, again.headers.etag]).toEqual([text, headers.etag])
    }
  })
})

const ENCODINGS: [accepted: string | undefined, encoding: string | undefined][] = [
  [undefined, undefined],
  ['', undefined],
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0', undefined],
  ['br;q=0.000, gzip;q=0.0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['identity;q=0, gzip', 'gzip'],
  ['BR ; Q=1', 'br'],
  ['deflate, zstd', undefined],
  ['br;q=nonsense, gzip', 'gzip'],
  ['gzip'.padEnd(200, ', x'), 'gzip'],
]

describe('the encoding of a page', () => {
  it.each(ENCODINGS)('for %s is %s', async (accepted, encoding) => {
    const headers: Record<string, string> =
      accepted === undefined ? {} : { 'accept-encoding': accepted }
    const answer = await get(`${front.url}/page`, headers)
    expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual([
      encoding,
      'Accept-Encoding',
    ])
    expect(answer.text).toContain('Text. Text.')
  })
})

describe('a condition', () => {
  const past = new Date(0).toUTCString()
  const future = new Date(Date.now() + 86_400_000).toUTCString()
  const CONDITIONS: [name: string, headers: (etag: string) => Record<string, string>, number][] = [
    ['the ETag', (etag) => ({ 'if-none-match': etag }), 304],
    ['the weak ETag', (etag) => ({ 'if-none-match': `W/${etag}` }), 304],
    ['a list with it', (etag) => ({ 'if-none-match': `"a,b", W/"c", ${etag}` }), 304],
    ['a list without it', () => ({ 'if-none-match': '"a", W/"b"' }), 200],
    ['every ETag', () => ({ 'if-none-match': '*' }), 304],
    ['no ETag at all', () => ({ 'if-none-match': 'nonsense' }), 200],
    ['a later date', () => ({ 'if-modified-since': future }), 304],
    ['an earlier date', () => ({ 'if-modified-since': past }), 200],
    ['no date', () => ({ 'if-modified-since': 'yesterday' }), 200],
    [
      'another ETag and a date',
      () => ({ 'if-none-match': '"a"', 'if-modified-since': future }),
      200,
    ],
    ['the ETag and a date', (etag) => ({ 'if-none-match': etag, 'if-modified-since': past }), 304],
    ['a part since then', (etag) => ({ 'if-range': etag, range: 'bytes=0-1' }), 200],
  ]
  it.each(CONDITIONS)('of %s has its answer', async (_, headers, status) => {
    const { etag } = (await get(`${front.url}/page`)).headers
    for (const method of ['GET', 'HEAD']) {
      const answer = await get(`${front.url}/page`, headers(etag!), { method })
      expect(answer.status).toBe(status)
      expect(answer.headers).toMatchObject({ etag, vary: 'Accept-Encoding' })
      if (status === 304) expect(answer.headers['content-length']).toBeUndefined()
    }
  })

  it('of one encoding is not met by another', async () => {
    const { etag } = (await get(`${front.url}/page`, { 'accept-encoding': 'br' })).headers
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': etag! }
    expect((await get(`${front.url}/page`, headers)).status).toBe(200)
  })
})
