// Which requests the fast path takes, and what it reads in them.
import { describe, expect, it } from 'vitest'
import { simpleRequest } from '@/server/http/simpleRequest'

const read = (text: string) => simpleRequest(Buffer.from(text, 'latin1'))
const asking = (...lines: string[]) =>
  ['GET /a HTTP/1.1', 'Host: example.org', ...lines, '', ''].join('\r\n')

describe('a simple request', () => {
  it('is what a browser sends', () => {
    const text = [
      'GET /how-to?page=2 HTTP/1.1',
      'Host: example.org',
      'Connection: keep-alive',
      'sec-ch-ua: "Chromium";v="150"',
      'User-Agent: Mozilla/5.0 (X11; Linux x86_64)',
      'ACCEPT: text/html',
      'Accept-Encoding:\t gzip, br ',
      'If-None-Match: "é"',
      'Cookie: a=b',
      '',
      '',
    ].join('\r\n')
    expect(read(text)).toMatchObject({
      method: 'GET',
      url: '/how-to?page=2',
      headers: {
        host: 'example.org',
        accept: 'text/html',
        'accept-encoding': 'gzip, br',
        'if-none-match': '"é"',
      },
    })
    expect(read('HEAD / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatchObject({ method: 'HEAD', url: '/' })
  })

  it('may have letters in its address as their own bytes', () => {
    expect(read('GET /\xc3\xa4 HTTP/1.1\r\nHost: x\r\n\r\n')).toMatchObject({ url: '/\xc3\xa4' })
  })

  it('may say that it has no body', () => {
    expect(read(asking('Content-Length: 0'))).toBeDefined()
  })

  it('is read as it is, whatever the one before it said', () => {
    const first = read(asking('Accept: a'))
    const next = (text: string) => simpleRequest(Buffer.from(text, 'latin1'), first)
    expect(next(asking('Accept: a').replace('/a', '/b'))).toMatchObject({
      url: '/b',
      headers: { host: 'example.org', accept: 'a' },
    })
    expect(next(asking('Accept: b'))?.headers).toEqual({ host: 'example.org', accept: 'b' })
    expect(next(asking('Accept: a', 'Expect: x'))).toBeUndefined()
    expect(next(`${asking('Accept: a')}x`)).toBeUndefined()
  })

  it.each([
    ['another method', 'POST /a HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a method in small letters', 'get /a HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an older protocol', 'GET /a HTTP/1.0\r\nHost: x\r\n\r\n'],
    ['an absolute address', 'GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a control character in the address', 'GET /\x7f HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a part of a request', 'GET /a HTTP/1.1\r\nHost: x\r\n'],
    ['an empty line before it', `\r\n${asking()}`],
    ['two requests', asking() + asking()],
    ['something after it', `${asking()}x`],
    ['a body', asking('Content-Length: 1')],
    ['a body in chunks', asking('Transfer-Encoding: chunked')],
    ['another length as well', asking('Content-Length: 0', 'Content-Length: 5')],
    ['an expectation', asking('Expect: 100-continue')],
    ['another protocol to come', asking('Upgrade: h2c')],
    ['the last of its connection', asking('Connection: close')],
    ['two hosts', asking('Host: example.com')],
    ['a header that goes on in the next line', asking('Accept: a', ' b')],
    ['a space before the colon', asking('Accept : a')],
    ['a control character', asking('Accept: a\0b')],
    ['a bare line feed', 'GET /a HTTP/1.1\nHost: x\n\n'],
    ['a bare line feed in a header', asking('Accept: a\nContent-Length: 5')],
    ['a bare carriage return', asking('Accept: a\rb')],
    ['more than fits', asking(`Cookie: ${'a'.repeat(8200)}`)],
  ])('is not: %s', (_, text) => {
    expect(read(text)).toBeUndefined()
  })
})
