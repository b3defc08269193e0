// Clients that send or take slowly, or ask a hundred times: they get what is theirs, and nobody else waits for them.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { REQUEST_LIMITS } from '@/server/http/limits'
import { openProxy } from '../../setup/databaseProxy'
import { get, startServer, UNAVAILABLE } from '../../setup/pageServer'
import { answersIn, GET, openRaw, POST, speak } from '../../setup/raw'
import { openStubServer } from '../../setup/stubServer'
import { publish } from '../../setup/stubSite'

const databaseUrl = process.env.DATABASE_URL!
const { front, pool } = await openStubServer()

const JSON_TYPE = 'Content-Type: application/json\r\n'
const statuses = async (text: string) =>
  answersIn(await speak(front.url, text)).map(({ status }) => status)

describe('a client that', () => {
  it('expects to be asked for a body is asked, unless it is too large', async () => {
    const expecting = (length: number) =>
      POST('/api/echo', `${JSON_TYPE}Expect: 100-continue\r\nContent-Length: ${length}\r\n`)
    expect(await speak(front.url, expecting(2))).toMatch(/^HTTP\/1\.1 100 /)
    expect(await statuses(expecting(2_000_000))).toEqual([413])
  })

  it('sends a body byte by byte makes nothing slower for others', async () => {
    const limits = { ...REQUEST_LIMITS, headersTimeout: 2000, requestTimeout: 2000 }
    const short = await startServer(databaseUrl, {
      limits: { ...limits, connectionsCheckingInterval: 200 },
    })
    await get(`${short.url}/page`)
    const { socket, said, closed } = openRaw(short.url)
    socket.write(POST('/api/echo', `${JSON_TYPE}Content-Length: 1000\r\n`))
    const writing = setInterval(() => socket.write('x'), 50)
    await sleep(300)
    // Were a write expected all the while, each answer would ask the database first.
    const times: number[] = []
    for (let round = 0; round < 3; round++) {
      const locked = await pool.connect()
      await locked.query('begin; lock table site_revision in access exclusive mode')
      const start = performance.now()
      expect((await get(`${short.url}/page`)).status).toBe(200)
      times.push(performance.now() - start)
      await locked.query('rollback')
      locked.release()
      await sleep(400)
    }
    expect(Math.min(...times), 'less than a question to a silent database').toBeLessThan(900)
    await closed
    clearInterval(writing)
    expect(said()).toMatch(/^HTTP\/1\.1 408 /)
    await short.close()
  })

  it('takes its answer slowly gets all of it, though the server stops meanwhile', async () => {
    const stopping = await startServer(databaseUrl, { memoryBytes: 64 * 1024 * 1024 })
    const text = Array.from({ length: 400_000 }, (_, n) => `Word ${n}.`).join(' ')
    await publish(pool, '/large', text)
    expect((await get(`${stopping.url}/large`)).text).toBe(`<p>${text}</p>`)
    const { closed, said, socket } = openRaw(stopping.url)
    socket.pause()
    socket.write(GET('/large'))
    await sleep(300)
    const closing = stopping.close()
    await sleep(700)
    socket.resume()
    await Promise.all([closing, closed])
    expect(answersIn(said())).toMatchObject([{ status: 200, body: `<p>${text}</p>` }])
  })

  it('does not read its answers is closed at a stop, in time, and others are answered', async () => {
    const stopping = await startServer(databaseUrl, { graceMs: 2000 })
    await publish(pool, '/long', 'Long. '.repeat(1_000_000))
    await get(`${stopping.url}/long`)
    const { socket } = openRaw(stopping.url)
    socket.pause()
    socket.write(GET('/long').repeat(20))
    await pool.query('update stub set slow_ms = 700')
    await publish(pool, '/awaited', 'Awaited.')
    const awaited = get(`${stopping.url}/awaited`)
    await sleep(200)
    const closing = stopping.close()
    expect((await awaited).status).toBe(200)
    await closing
    await pool.query('update stub set slow_ms = 0')
    socket.destroy()
  }, 40_000)

  it('asks a hundred times whether all is well waits as long as one', async () => {
    const wire = await openProxy(databaseUrl)
    const far = await startServer(wire.url)
    await get(`${far.url}/page`)
    wire.freeze()
    const start = performance.now()
    const asked = Array.from({ length: 100 }, () => get(`${far.url}/readyz/writing`))
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([503]))
    expect(performance.now() - start, 'not one after the other').toBeLessThan(20_000)
    const never = await get(`${far.url}/never`, { accept: 'text/html' })
    expect(never).toMatchObject({ status: 503, text: UNAVAILABLE })
    await wire.mend()
    await far.close()
    await wire.close()
  })
})
