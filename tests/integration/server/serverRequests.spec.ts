// Requests that are odd, badly named or slow.
import { describe, expect, it } from 'vitest'
import { REQUEST_LIMITS } from '@/server/http/limits'
import { get, startServer } from '../../setup/pageServer'
import { openRaw, speak } from '../../setup/raw'
import { openStubServer } from '../../setup/stubServer'

const clock: { ranAt?: number } = {}
const { front } = await openStubServer({ clock })

const ask = (path: string, ...rest: [Record<string, string>?, Parameters<typeof get>[2]?]) =>
  get(front.url + path, ...rest)

describe('a request', () => {
  it.each([
    ['GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['nonsense\r\n\r\n', 400],
    [`GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ])('%# that is not right is refused with its status', async (text, status) => {
    const { socket, said } = openRaw(front.url)
    socket.write(text)
    await expect.poll(said, { timeout: 3000 }).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(said()).toContain('nosniff')
    socket.destroy()
  })

  const HOSTS: [lines: string, target: string, status: number][] = [
    ['Host: a\r\n', '/page', 200],
    ['Host: a\r\nHost: a\r\n', '/page', 400],
    ['Host: a\r\nhost: b\r\n', '/page', 400],
    ['', '/page', 400],
    ['Host:\r\n', '/page', 400],
    ['Host: a, b\r\n', '/page', 400],
    ['Host: a/b\r\n', '/page', 400],
    ['Host: u:p@a\r\n', '/page', 400],
    ['Host: a:b\r\n', '/page', 400],
    ['Host: a:1:2\r\n', '/page', 400],
    ['Host: [::1\r\n', '/page', 400],
    ['Host: [::1]:3000\r\n', '/page', 200],
    ['Host: \u00fc\r\n', '/page', 400],
    ['Host: a\r\n', 'http://a/page', 200],
    ['Host: a\r\n', 'http://b/page', 200],
    ['Host: a\r\nHost: b\r\n', 'http://a/page', 400],
    ['', 'http://a/page', 400],
    ['Host: a\r\n', 'http://u:p@b/page', 400],
    ['Host: a\r\n', 'http:///page', 400],
  ]
  const METHODS = ['GET', 'HEAD', 'POST']

  it.each(HOSTS)(
    'with %j for %s is answered with %i on either way',
    async (lines, target, status) => {
      // Known by now, so that it is answered from memory.
      await ask('/page')
      const api = target.replace('/page', '/api/echo')
      const lane = `${lines}\r\n`
      const nodes = `${lines}Connection: close\r\n\r\n`
      for (const rest of [lane, nodes])
        for (const method of METHODS) {
          const expected = method === 'POST' && status === 200 ? 405 : status
          const said = await speak(front.url, `${method} ${target} HTTP/1.1\r\n${rest}`)
          expect(said, method).toMatch(new RegExp(`^HTTP/1.1 ${expected} `))
        }
      const passed = await speak(front.url, `GET ${api} HTTP/1.1\r\n${nodes}`)
      expect(passed).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      if (status === 200 && target.startsWith('http'))
        expect(passed).toContain(new URL(target).host === 'b' ? '"host":"b"' : '"host":"a"')
    },
  )

  it('of HTTP/1.0 needs no Host', async () => {
    expect(await speak(front.url, 'GET /page HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
  })

  it.each([
    ['application/json', 1_000_000, 200],
    ['application/json', 1_100_000, 413],
    ['text/plain', 1_100_000, 413],
    ['multipart/form-data; boundary=x', 10_000_000, 200],
    ['multipart/form-data; boundary=x', 11_000_000, 413],
  ])('of %s and %i bytes is answered with %i, announced or not', async (type, bytes, status) => {
    const body = Buffer.alloc(bytes)
    const announced = { 'content-type': type, 'content-length': String(bytes) }
    const streamed = { 'content-type': type, 'transfer-encoding': 'chunked' }
    for (const headers of [announced, streamed]) {
      const answer = await ask('/api/echo', headers, { method: 'POST', body })
      expect(answer.status).toBe(status)
      if (status === 200) expect(JSON.parse(answer.text)).toMatchObject({ bytes })
      else
        expect(JSON.parse(answer.text).errors[0].message).toContain(
          bytes > 5_000_000 ? 'larger than 10 MB' : 'larger than 1 MB',
        )
    }
  })

  it('that comes slowly is given up, and others do not wait for it', async () => {
    const limits = { ...REQUEST_LIMITS, headersTimeout: 300, connectionsCheckingInterval: 100 }
    const short = await startServer(process.env.DATABASE_URL!, { limits })
    const { socket, said, closed } = openRaw(short.url)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n')
    const writing = setInterval(() => socket.write('X: y\r\n'), 50)
    expect((await get(`${short.url}/page`)).status).toBe(200)
    await closed
    clearInterval(writing)
    expect(said()).toMatch(/^HTTP\/1.1 408 /)
    await short.close()
  })
})
