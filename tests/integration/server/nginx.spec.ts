// Two instances behind nginx, as docker-compose.yml runs them: what readers get while pages change and instances go.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageCacheControl } from '@/domain/http/cacheControl'
import { get } from '../../setup/pageServer'
import { script } from '../../setup/keep'
import { HAS_NGINX, startNginx } from '../../setup/nginx'
import { publish, STUB_TABLE, withdraw } from '../../setup/stubSite'

interface Instance {
  url: string
  child: ChildProcess
}

const started: ChildProcess[] = []
const databaseUrl = process.env.DATABASE_URL!
let pool: pg.Pool

/** @param port where another one was, or a free one */
async function startInstance(cacheControl: string, port = '0'): Promise<Instance> {
  const args = [...script('tests/setup/servePages.ts'), databaseUrl, cacheControl, port]
  const child = spawn(process.execPath, args)
  started.push(child)
  const url = await new Promise<string>((resolve) =>
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('Ready: ')) resolve(line.slice(7))
    }),
  )
  return { child, url }
}

async function startFleet(cacheControl: string, seconds: number) {
  const instances = await Promise.all([startInstance(cacheControl), startInstance(cacheControl)])
  const nginx = await startNginx(seconds, [instances[0].url, instances[1].url])
  return {
    instances,
    url: nginx.url,
    async stop() {
      instances.forEach(({ child }) => child.kill('SIGKILL'))
      await nginx.stop()
    },
  }
}
type Fleet = Awaited<ReturnType<typeof startFleet>>

/** How long it takes, in milliseconds, until nobody who asks gets the old page any more. */
async function until(url: string, isNew: (got: { status: number; text: string }) => boolean) {
  const start = performance.now()
  while (!isNew(await get(url))) await sleep(10)
  const took = performance.now() - start
  // Neither instance, and not by chance.
  for (let times = 0; times < 6; times++) expect(isNew(await get(url))).toBe(true)
  return took
}

/** What the slowest machine needs for the questions themselves. */
const SLACK_MS = 700

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: databaseUrl })
  await pool.query(STUB_TABLE)
})
afterAll(async () => {
  started.forEach((child) => child.kill('SIGKILL'))
  await pool.end()
})

describe.skipIf(!HAS_NGINX)('without a setting, behind nginx', () => {
  let fleet: Fleet
  beforeAll(async () => {
    fleet = await startFleet(pageCacheControl({ seconds: 0, isTold: false }), 0)
  })
  afterAll(() => fleet?.stop())

  it('a page is what the site says, validators included', async () => {
    await publish(pool, '/a', 'x'.repeat(2000))
    const { headers, status } = await get(`${fleet.url}/a`, { 'Accept-Encoding': 'br' })
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
      200,
      'br',
      'public, max-age=0, must-revalidate',
    ])
    const known = { 'Accept-Encoding': 'br', 'If-None-Match': headers.etag! }
    expect((await get(`${fleet.url}/a`, known)).status).toBe(304)
    expect((await get(`${fleet.url}/a`, { 'If-None-Match': headers.etag! })).status).toBe(200)
  })

  it('what is published is there, and what is withdrawn is gone, within a second', async () => {
    await publish(pool, '/b', 'One')
    for (let times = 0; times < 4; times++) await get(`${fleet.url}/b`)
    await publish(pool, '/b', 'Two', false)
    const isTwo = ({ text }: { text: string }) => text === '<p>Two</p>'
    expect(await until(`${fleet.url}/b`, isTwo)).toBeLessThan(1000 + SLACK_MS)
    await withdraw(pool, '/b')
    expect(await until(`${fleet.url}/b`, ({ status }) => status === 410)).toBeLessThan(
      1000 + SLACK_MS,
    )
  })

  it('one instance after the other is stopped and started, one is killed, and no reader and no editor hears of it', async () => {
    for (const path of ['/c', '/d']) await publish(pool, path, 'Text')
    const failures: string[] = []
    let reading = true
    let saved = 0
    const read = async (path: string) => {
      while (reading) {
        const { status } = await get(fleet.url + path).catch(() => ({ status: 0 }))
        if (status !== 200) failures.push(`${path} ${status}`)
      }
    }
    const save = async () => {
      while (reading) {
        const sent = { method: 'POST', body: 'text' }
        const { text } = await get(`${fleet.url}/api/echo`, {}, sent).catch(() => ({ text: '' }))
        if (text.startsWith('{"bytes":4,')) saved += 1
        else failures.push(`a save: ${text}`)
        await sleep(5)
      }
    }
    const all = [read('/c'), read('/d'), read('/c'), save()]
    const cacheControl = pageCacheControl({ seconds: 0, isTold: false })
    for (const [index, { child, url }] of fleet.instances.entries()) {
      await sleep(300)
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await sleep(300)
      fleet.instances[index] = await startInstance(cacheControl, new URL(url).port)
      // What nginx has found dead it tries again after fail_timeout, two seconds, of which it counts whole ones alone.
      await sleep(3500)
    }
    const reads = Promise.all(all)
    reading = false
    await reads
    expect(failures).toEqual([])
    expect(saved).toBeGreaterThan(50)
    reading = true
    const more = [read('/c'), read('/d')]
    await sleep(200)
    fleet.instances[0]!.child.kill('SIGKILL')
    await sleep(1000)
    reading = false
    await Promise.all(more)
    expect(failures).toEqual([])
  })
})

describe.skipIf(!HAS_NGINX)('with SHARED_CACHE_SECONDS=1, behind nginx', () => {
  let fleet: Fleet
  beforeAll(async () => {
    fleet = await startFleet(pageCacheControl({ seconds: 1, isTold: false }), 1)
  })
  afterAll(() => fleet?.stop())

  const cacheStatus = async (path: string, headers = {}) =>
    (await get(fleet.url + path, headers)).headers['x-cache-status']

  it('a page is kept for a moment, each encoding for itself, then asked for anew by its ETag', async () => {
    await publish(pool, '/kept', 'x'.repeat(2000))
    expect(await cacheStatus('/kept')).toBe('MISS')
    expect(await cacheStatus('/kept')).toBe('HIT')
    const br = { 'Accept-Encoding': 'br' }
    const kept = await get(`${fleet.url}/kept`, br)
    expect([kept.headers['x-cache-status'], kept.headers['content-encoding']]).toEqual([
      'MISS',
      'br',
    ])
    expect((await get(`${fleet.url}/kept`)).headers['content-encoding']).toBeUndefined()
    const again = await get(`${fleet.url}/kept`, { ...br, 'If-None-Match': kept.headers.etag! })
    expect(again.status).toBe(304)
    await sleep(2100)
    expect(await cacheStatus('/kept', br)).toBe('REVALIDATED')
  })

  it('what is published is there, and what is withdrawn is gone, two seconds later than without', async () => {
    await publish(pool, '/soon', 'One')
    await get(`${fleet.url}/soon`)
    await publish(pool, '/soon', 'Two', false)
    const isTwo = ({ text }: { text: string }) => text === '<p>Two</p>'
    expect(await until(`${fleet.url}/soon`, isTwo)).toBeLessThan(3000 + SLACK_MS)
    await withdraw(pool, '/soon')
    expect(await until(`${fleet.url}/soon`, ({ status }) => status === 410)).toBeLessThan(
      3000 + SLACK_MS,
    )
  })

  it('what was withdrawn does not come back when both instances are gone', async () => {
    await publish(pool, '/gone', 'One')
    await get(`${fleet.url}/gone`)
    await withdraw(pool, '/gone')
    await sleep(2100)
    const exits = fleet.instances.map(({ child }) => {
      child.kill('SIGKILL')
      return once(child, 'exit')
    })
    await Promise.all(exits)
    expect((await get(`${fleet.url}/gone`)).status).toBe(502)
  })
})

describe.skipIf(!HAS_NGINX)('where the site allows stale copies, nginx', () => {
  let fleet: Fleet
  beforeAll(async () => {
    const told = 'public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=30'
    fleet = await startFleet(told, 1)
  })
  afterAll(() => fleet?.stop())

  it('gives them while it asks, and while nobody answers', async () => {
    await publish(pool, '/stale', 'One')
    await get(`${fleet.url}/stale`)
    await sleep(2100)
    const while_ = await get(`${fleet.url}/stale`)
    expect([while_.status, while_.headers['x-cache-status']]).toEqual([200, 'STALE'])
    await sleep(2100)
    fleet.instances.forEach(({ child }) => child.kill('SIGKILL'))
    await sleep(100)
    const after = await get(`${fleet.url}/stale`)
    expect([after.status, after.text]).toEqual([200, '<p>One</p>'])
  })
})
