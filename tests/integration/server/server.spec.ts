// How the server behaves towards clients, good and bad: headers, methods, sizes, slowness, health, stopping.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ALL_ANSWERS, get, startServer } from '../../setup/pageServer'
import { openStubServer } from '../../setup/stubServer'
import { publish, stubSite } from '../../setup/stubSite'

const clock: { ranAt?: number } = {}
const { front, pool } = await openStubServer({ clock })

const ask = (path: string, ...rest: [Record<string, string>?, Parameters<typeof get>[2]?]) =>
  get(front.url + path, ...rest)

describe('every answer', () => {
  it.each(ALL_ANSWERS)(
    '(%s) has strict headers and names no software',
    async (_, path, headers, how) => {
      const { headers: sent } = await ask(path, headers, how)
      expect(sent['x-content-type-options']).toBe('nosniff')
      expect(sent['referrer-policy']).toBeTruthy()
      expect(sent['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(sent['strict-transport-security']).toContain('max-age=')
      expect(sent.date).toBeTruthy()
      for (const name of ['x-powered-by', 'critical-ch', 'backstory-revision', 'server'])
        expect(sent[name], name).toBeUndefined()
      expect(sent.vary ?? '').not.toMatch(/sec-ch|rsc|next-/i)
    },
  )

  it('is the same whether it was just made or comes from memory, or has an editor’s cookie', async () => {
    const first = await ask('/page')
    const cookie = { cookie: 'payload-token=abc' }
    for (const again of [await ask('/page'), await ask('/page', cookie)]) {
      const { date, ...headers } = again.headers
      expect({ ...again, headers }).toMatchObject({ status: 200, text: first.text, headers })
      expect(headers.etag).toBe(first.headers.etag)
    }
  })
})

describe('a variant of an address', () => {
  const leads = async (path: string) => {
    const { status, headers } = await ask(path)
    return [status, headers.location]
  }

  it('leads to it, with what follows it', async () => {
    expect(await leads('/Page/')).toEqual([308, '/page'])
    expect(await leads('/PAGE?from=mail')).toEqual([308, '/page?from=mail'])
    expect(await leads('/Nothing')).toEqual([308, '/nothing'])
    expect(await leads('/Healthz')).toEqual([308, '/healthz'])
  })

  it('leads at once to where an old one leads', async () => {
    for (const variant of ['/old', '/Old', '/old/', '/old/index.html', '//OLD//'])
      expect(await leads(variant), variant).toEqual(await leads('/old'))
    expect(await leads('/old')).toEqual([301, '/page'])
  })
})

describe('a page', () => {
  it('comes compressed, with validators, and says nothing of what it was made from', async () => {
    const { headers, text } = await ask('/page', { 'accept-encoding': 'gzip, br' })
    expect(text).toContain('Text. Text.')
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0',
    })
    expect(Object.keys(headers).join()).not.toMatch(/cache-tag|surrogate|backstory/)
    const known = { 'accept-encoding': 'gzip, br', 'if-none-match': headers.etag! }
    expect(await ask('/page', known)).toMatchObject({ status: 304, text: '' })
  })

  it('keeps its date and ETag when it is rendered again to the same bytes', async () => {
    const before = await ask('/page')
    await publish(pool, '/page', 'Text. '.repeat(1000), false)
    await expect
      .poll(async () => (await pool.query(`select from renders where path = '/page'`)).rowCount)
      .toBe(1)
    await sleep(1100)
    const after = await ask('/page')
    expect((await pool.query(`select from renders where path = '/page'`)).rowCount).toBe(2)
    expect(after.headers.etag).toBe(before.headers.etag)
    expect(after.headers['last-modified']).toBe(before.headers['last-modified'])
    await publish(pool, '/page', 'Other text. '.repeat(1000), false)
    await expect
      .poll(async () => (await ask('/page')).headers['last-modified'])
      .not.toBe(before.headers['last-modified'])
  })

  it('is the same page with tracking in its address, and is rendered no more for it', async () => {
    const plain = await ask('/page')
    const tracked = await ask('/page?utm_source=mail&gclid=1')
    expect(tracked.headers.etag).toBe(plain.headers.etag)
  })

  it('answers GET and HEAD alone', async () => {
    const head = await ask('/page', {}, { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const { status, headers } = await ask('/page', {}, { method })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
    const options = await ask('/page', {}, { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([200, 'GET, HEAD'])
  })

  it('that is not there is not stored, and costs one render however often it is asked for', async () => {
    for (let at = 0; at < 5; at++) expect((await ask('/never-was')).status).toBe(404)
    const count = async (table: string, column: string) =>
      (await pool.query(`select from ${table} where ${column} = '/never-was'`)).rowCount
    expect(await count('stored_pages', 'address')).toBe(0)
    expect(await count('renders', 'path')).toBe(1)
  })

  it('is rendered again when what was stored is damaged', async () => {
    await publish(pool, '/damaged', 'Whole. '.repeat(500))
    const whole = await ask('/damaged')
    await pool.query(`update stored_pages set gzip = 'x' where address = '/damaged'`)
    const other = await startServer(process.env.DATABASE_URL!)
    const gzip = { 'accept-encoding': 'gzip' }
    expect((await get(`${other.url}/damaged`, gzip)).text).toBe(whole.text)
    await other.close()
  })
})

describe('health', () => {
  it('tells reading, writing and jobs apart', async () => {
    expect((await ask('/healthz')).text).toBe('ok\n')
    const before = await ask('/readyz')
    expect(before.status).toBe(200)
    expect(JSON.parse(before.text)).toMatchObject({
      reading: { ok: true },
      writing: { ok: true },
      jobs: { ok: false },
    })
    expect((await ask('/readyz/jobs')).status).toBe(503)
    clock.ranAt = performance.now()
    expect((await ask('/readyz/jobs')).status).toBe(200)
    expect((await ask('/readyz/writing')).status).toBe(200)
    expect((await ask('/readyz/nonsense')).status).toBe(404)
  })

  it('asks for a page as readers get it, though the database answers', async () => {
    let broken = true
    const site = stubSite(process.env.DATABASE_URL!)
    const other = await startServer(process.env.DATABASE_URL!, {
      clock,
      next: (request, response) =>
        broken ? response.writeHead(500).end() : site(request, response),
    })
    const reading = async () => {
      const { status, text } = await get(`${other.url}/readyz`)
      return { status, ...JSON.parse(text).reading }
    }
    const note = 'new pages answer 500'
    expect(await reading()).toEqual({ status: 503, ok: false, note })
    broken = false
    await expect.poll(reading).toEqual({ status: 200, ok: true })
    expect((await get(`${other.url}/page`)).status).toBe(200)
    broken = true
    await expect
      .poll(reading)
      .toEqual({ status: 200, ok: true, note: `from memory alone: ${note}` })
    await other.close()
    await site.end()
  })
})

describe('stopping', () => {
  it('lets requests in flight finish, and takes no more', async () => {
    const stopping = await startServer(process.env.DATABASE_URL!)
    await publish(pool, '/slow', 'Slow.')
    await pool.query('update stub set slow_ms = 500')
    const slow = get(`${stopping.url}/slow`)
    await sleep(150)
    const start = performance.now()
    const closing = stopping.close()
    await expect(get(`${stopping.url}/page`)).rejects.toThrow()
    expect(await slow).toMatchObject({ status: 200, text: '<p>Slow.</p>' })
    await closing
    expect(performance.now() - start).toBeLessThan(5000)
    await pool.query('update stub set slow_ms = 0')
  })
})
