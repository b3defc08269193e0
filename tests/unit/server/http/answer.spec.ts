// The answer that a stored page gives to one request.
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pageAnswer } from '@/server/http/answer'
import { copyOf } from '@/server/pages/memory'
import type { Page } from '@/server/page'

const plain = Buffer.from('<p>text</p>')
const page: Page = {
  address: '/a',
  status: 200,
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Vary', 'Accept-Encoding'],
    ['Cache-Control', 'public'],
  ],
  bodies: { plain, gzip: gzipSync(plain), br: brotliCompressSync(plain) },
  etag: 'hash',
  lastModified: new Date('2026-11-20T10:00:00Z'),
  tags: [],
  revision: 1,
}
const copy = copyOf(page)

function answer(headers: Record<string, string>, { of = copy } = {}) {
  const { status, headers: raw, body, head } = pageAnswer(of, headers)
  const sent = Object.fromEntries(raw.map(([name, value]) => [name.toLowerCase(), value]))
  return { status, headers: sent, body, head: head.toString() }
}

describe('an answer', () => {
  it('comes in the encoding that was asked for, each with its length and ETag', () => {
    expect(answer({})).toMatchObject({
      status: 200,
      headers: { etag: '"hash"', 'content-length': String(plain.length), vary: 'Accept-Encoding' },
      body: plain,
    })
    for (const [name, body] of Object.entries({ gzip: page.bodies.gzip, br: page.bodies.br }))
      expect(answer({ 'accept-encoding': name })).toMatchObject({
        headers: {
          'content-encoding': name,
          'content-length': String(body!.length),
          etag: `"hash-${name}"`,
        },
        body,
      })
  })

  it('has its status line and headers ready as they are sent', () => {
    expect(answer({ 'accept-encoding': 'br' }).head).toBe(
      [
        'HTTP/1.1 200 OK',
        'Content-Type: text/html; charset=utf-8',
        'Vary: Accept-Encoding',
        'Cache-Control: public',
        'Content-Encoding: br',
        'ETag: "hash-br"',
        'Last-Modified: Fri, 20 Nov 2026 10:00:00 GMT',
        `Content-Length: ${page.bodies.br!.length}`,
        '',
      ].join('\r\n'),
    )
    expect(answer({ 'if-none-match': '*' }).head).toMatch(
      /^HTTP\/1\.1 304 Not Modified\r\nVary: .*\r\nCache-Control: .*\r\nETag: .*\r\nLast-Modified: .*\r\n$/,
    )
  })

  it.each([
    [{ 'if-none-match': '"hash"' }],
    [{ 'if-none-match': 'W/"hash"' }],
    [{ 'if-none-match': '"other", "hash"' }],
    [{ 'if-none-match': '*' }],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 10:00:01 GMT' }],
    [{ 'if-none-match': '"hash-br"', 'accept-encoding': 'br' }],
  ])('is 304 without a body for %j', (headers) => {
    const { status, body, headers: sent } = answer(headers as unknown as Record<string, string>)
    expect([status, body]).toEqual([304, undefined])
    expect(sent).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': 'public' })
    expect(sent.etag).toMatch(/^"hash/)
    expect(Object.keys(sent).filter((name) => name.startsWith('content-'))).toEqual([])
  })

  it.each([
    [{ 'if-none-match': '"other"' }],
    [{ 'if-none-match': '"hash"', 'accept-encoding': 'gzip' }],
    [{ 'if-none-match': '"other"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 09:59:59 GMT' }],
    [{ 'if-modified-since': 'yesterday' }],
  ])('is whole for %j', (headers) =>
    expect(answer(headers as unknown as Record<string, string>).status).toBe(200),
  )

  it('that is no page of its own has no validators', () => {
    const gone = copyOf({ ...page, status: 410 })
    const { status, headers } = answer({ 'if-none-match': '*' }, { of: gone })
    expect(status).toBe(410)
    expect(headers.etag).toBeUndefined()
    expect(headers['last-modified']).toBeUndefined()
  })
})
