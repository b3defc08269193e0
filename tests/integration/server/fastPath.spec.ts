// The fast path for readers and Node's HTTP server give the same answers: whatever is sent in one piece is sent in two as well, which
// only Node's server takes.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '@/domain/values/random'
import { ALL_ANSWERS, get, startServer } from '../../setup/pageServer'
import { answersIn, GET, openRaw, speak } from '../../setup/raw'
import { openStubServer } from '../../setup/stubServer'

const databaseUrl = process.env.DATABASE_URL!
const { front } = await openStubServer()

/** Of the moment, and of the connection. */
const PASSING = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

const comparable = (said: string) =>
  answersIn(said).map(({ status, headers, body }) => ({
    status,
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !PASSING.has(name))),
  }))

describe('both ways', () => {
  const TARGETS = [...new Set(ALL_ANSWERS.map(([, path]) => path))].filter(
    // It asks the database each time, and says how long that took.
    (path) => path !== '/readyz',
  )
  const HEADERS = [
    '',
    'Accept-Encoding: br\r\n',
    'Accept-Encoding: gzip;q=0.5, *;q=0\r\n',
    'Accept: text/markdown\r\n',
    'If-None-Match: *\r\n',
    'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n',
    'Connection: keep-alive\r\nCookie: a=b\r\n',
  ]

  it.each(TARGETS)('answer %s alike', async (target) => {
    const texts = HEADERS.map((headers) => GET(target, headers))
    for (const method of ['GET', 'HEAD'])
      await Promise.all(
        texts.map(async (get) => {
          const text = get.replace('GET', method)
          const [atOnce, inTwo] = await Promise.all([speak(front.url, text), speakInTwo(text)])
          expect(withoutBodyOf(method, atOnce), text).toEqual(withoutBodyOf(method, inTwo))
        }),
      )
  })

  it('answer alike what was changed at random', { timeout: 120_000 }, async () => {
    const chance = randomFrom(20261123)
    const whole = (below: number) => Math.floor(chance() * below)
    const asked = GET('/page', 'Accept-Encoding: gzip\r\nConnection: keep-alive\r\nX-Any: one\r\n')
    const pieces = [
      '\r',
      '\n',
      '\r\n',
      ' ',
      '\t',
      ':',
      '\0',
      'Content-Length: 3\r\n',
      '\x80',
      '%',
      '',
    ]
    const changed = Array.from({ length: 400 }, () => {
      const at = whole(asked.length)
      return asked.slice(0, at) + pieces[whole(pieces.length)] + asked.slice(at + whole(3))
    })
    for (let from = 0; from < changed.length; from += 40)
      await Promise.all(
        changed.slice(from, from + 40).map(async (text) => {
          const [atOnce, inTwo] = await Promise.all([speak(front.url, text), speakInTwo(text)])
          expect(comparable(atOnce), JSON.stringify(text)).toEqual(comparable(inTwo))
        }),
      )
  })
})

const withoutBodyOf = (method: string, said: string) =>
  method === 'GET' ? comparable(said) : said.replace(/^(date|connection|keep-alive): .*\r\n/gim, '')

/** The first byte alone, and then the others. */
const speakInTwo = (text: string): Promise<string> => speak(front.url, text, 1)

describe('a connection', () => {
  it('is answered again and again, in the order in which it asked', async () => {
    const { socket, said } = openRaw(front.url)
    for (const target of ['/page', '/gone', '/nothing', '/old', '/page']) {
      socket.write(GET(target))
      await sleep(100)
    }
    socket.destroy()
    expect(answersIn(said()).map(({ status }) => status)).toEqual([200, 410, 404, 301, 200])
    expect(said()).toMatch(/^Connection: keep-alive\r\nKeep-Alive: timeout=65\r\n/m)
  })

  it('goes on with Node’s server when it asks for something else', async () => {
    const { socket, said } = openRaw(front.url)
    for (const target of ['/page', '/healthz', '/page', '/Page', '/page']) {
      socket.write(GET(target))
      await sleep(100)
    }
    socket.destroy()
    expect(answersIn(said()).map(({ status }) => status)).toEqual([200, 200, 200, 308, 200])
  })

  it('that asks before it was answered gets one answer after the other', async () => {
    const fresh = await startServer(databaseUrl)
    const { socket, said } = openRaw(fresh.url)
    for (const target of ['/page', '/gone', '/page']) {
      socket.write(GET(target))
      await sleep(1)
    }
    await sleep(1000)
    socket.destroy()
    expect(answersIn(said()).map(({ status }) => status)).toEqual([200, 410, 200])
    await fresh.close()
  })

  it('that says nothing, or nothing any more, is closed', async () => {
    const brief = await startServer(databaseUrl, {
      limits: { headersTimeout: 300, keepAliveTimeout: 600 },
    })
    await get(`${brief.url}/page`)
    const silent = openRaw(brief.url)
    const waiting = openRaw(brief.url)
    waiting.socket.write(GET('/page'))
    await silent.closed
    expect(silent.said()).toMatch(/^HTTP\/1\.1 408 /)
    expect(waiting.socket.destroyed).toBe(false)
    await waiting.closed
    expect(answersIn(waiting.said())).toHaveLength(1)
    await brief.close()
  })

  it('of a client that does not read is not read either', async () => {
    const { socket } = openRaw(front.url)
    socket.pause()
    const one = GET('/page')
    let sent = 0
    // Answers are a hundred times as long as what asks for them.
    while (sent < 200_000 && socket.write(one)) {
      sent += 1
      if (sent % 100 === 0) await sleep(1)
    }
    expect(sent, 'requests that were taken').toBeLessThan(200_000)
    socket.destroy()
  })
})
