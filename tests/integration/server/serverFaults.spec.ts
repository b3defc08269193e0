// What readers get while things break: lines cut and frozen, the database gone, instances killed.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openProxy, type DatabaseProxy } from '../../setup/databaseProxy'
import {
  get,
  startServer,
  UNAVAILABLE,
  UNAVAILABLE_PANEL,
  type TestServer,
} from '../../setup/pageServer'
import { script } from '../../setup/keep'
import { publish, STUB_TABLE, withdraw } from '../../setup/stubSite'

const databaseUrl = process.env.DATABASE_URL!
let pool: pg.Pool
let wire: DatabaseProxy
/** Reaches the database by the wire. */
let far: TestServer
/** Has a sound connection. */
let near: TestServer

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', () => undefined)
  await pool.query(STUB_TABLE)
  wire = await openProxy(databaseUrl)
  near = await startServer(databaseUrl)
})

afterAll(async () => {
  await near.close()
  await wire.close()
  await pool.end()
})

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

async function startProcess(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [...script('tests/setup/servePages.ts'), databaseUrl])
  started.push(child)
  const ready = new Promise<string>((resolve) =>
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('Ready: ')) resolve(line.slice(7))
    }),
  )
  return { child, url: await ready }
}

const status = async (front: { url: string }, path: string) => (await get(front.url + path)).status
const text = async (front: { url: string }, path: string) => (await get(front.url + path)).text

/** The longest time, in milliseconds, that one of these may take to be true. */
async function within(limit: number, isTrue: () => Promise<boolean>): Promise<void> {
  const start = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - start > limit) throw new Error(`It was not so within ${limit} ms.`)
    await sleep(10)
  }
}

/** A second: what the slowest machine needs for the question itself comes on top. */
const GONE_MS = 1000 + 500

describe('an instance', () => {
  beforeAll(async () => {
    far = await startServer(wire.url)
  })
  afterAll(() => far.close())

  it('whose connections are all ended at the server gives no withdrawn page', async () => {
    await publish(pool, '/terminated', 'Here')
    for (const front of [near, far]) expect(await text(front, '/terminated')).toBe('<p>Here</p>')
    const ending = pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like '%site_revision%'`,
    )
    expect((await ending).rowCount).toBeGreaterThanOrEqual(4)
    await withdraw(pool, '/terminated')
    await within(GONE_MS, async () => (await status(far, '/terminated')) === 410)
    for (let at = 0; at < 20; at++) expect(await status(far, '/terminated')).toBe(410)
  })

  it('whose listening connection is silent gives no withdrawn page after a second', async () => {
    await publish(pool, '/silent', 'Here')
    expect(await text(far, '/silent')).toBe('<p>Here</p>')
    wire.freezeThose('listen "site_revision"')
    await withdraw(pool, '/silent')
    await within(GONE_MS, async () => (await status(far, '/silent')) === 410)
    for (let at = 0; at < 20; at++) expect(await status(far, '/silent')).toBe(410)
    await wire.mend()
  })

  it.each(['cut', 'freeze'] as const)(
    'gives what it has while the database is away (%s), and is right when it is back',
    async (fault) => {
      const [kept, changed, withdrawn] = ['kept', 'changed', 'withdrawn'].map(
        (name) => `/${name}-${fault}`,
      ) as [string, string, string]
      for (const path of [kept, changed, withdrawn]) {
        await publish(pool, path, 'Old')
        expect(await text(far, path)).toBe('<p>Old</p>')
      }
      await wire[fault]()
      const end = performance.now() + 4000
      let asked = 0
      while (performance.now() < end) {
        for (const path of [kept, changed]) expect(await text(far, path)).toBe('<p>Old</p>')
        asked += 2
      }
      expect(asked).toBeGreaterThan(100)

      const never = await get(`${far.url}/never-seen-${fault}`, { accept: 'text/html' })
      expect(never).toMatchObject({ status: 503, text: UNAVAILABLE })
      expect(Number(never.headers['retry-after'])).toBeGreaterThan(0)
      const panel = await get(`${far.url}/admin/collections/articles`, { accept: 'text/html' })
      expect(panel).toMatchObject({
        status: 503,
        text: UNAVAILABLE_PANEL,
        headers: { refresh: '5' },
      })
      const saved = await get(`${far.url}/api/echo`, {}, { method: 'POST', body: '{}' })
      expect([saved.status, JSON.parse(saved.text).errors[0].message]).toEqual([
        503,
        expect.stringContaining('Nothing was saved'),
      ])
      expect(await status(far, '/healthz')).toBe(200)
      expect(JSON.parse(await text(far, '/readyz'))).toMatchObject({
        reading: { ok: true },
        writing: { ok: false },
      })

      await withdraw(pool, withdrawn)
      await publish(pool, changed, 'New', false)
      expect(await text(near, changed)).toBe('<p>New</p>')
      await wire.mend()
      const mended = performance.now()
      await within(5000, async () => (await status(far, `/never-seen-${fault}`)) === 404)
      expect(performance.now() - mended).toBeLessThan(5000)
      // The first answer that needed the database already knew everything that was missed.
      expect(await status(far, withdrawn)).toBe(410)
      expect(await text(far, changed)).toBe('<p>New</p>')
      expect(await text(far, kept)).toBe('<p>Old</p>')
    },
    30_000,
  )
})

describe('a process', () => {
  it('that is killed between rendering and storing leaves nothing half done', async () => {
    await publish(pool, '/killed', 'Whole')
    const { url, child } = await startProcess()
    const blocking = await pool.connect()
    await blocking.query('begin')
    await blocking.query('lock table stored_pages in exclusive mode')
    const lost = get(`${url}/killed`).catch(() => 'lost')
    await within(10_000, async () => {
      const { rowCount } = await pool.query(`select from renders where path = '/killed'`)
      return rowCount === 1
    })
    await sleep(100)
    child.kill('SIGKILL')
    expect(await lost).toBe('lost')
    await blocking.query('rollback')
    blocking.release()
    expect(await text(near, '/killed')).toBe('<p>Whole</p>')
  })

  it('that is killed and started again does not bring back what was withdrawn meanwhile', async () => {
    await publish(pool, '/restarted', 'Here')
    const first = await startProcess()
    expect(await text(first, '/restarted')).toBe('<p>Here</p>')
    first.child.kill('SIGKILL')
    await once(first.child, 'close')
    await withdraw(pool, '/restarted')
    const second = await startProcess()
    expect(await status(second, '/restarted')).toBe(410)
  })

  it('that was stopped and goes on does not give what was withdrawn meanwhile', async () => {
    await publish(pool, '/paused', 'Here')
    const { url, child } = await startProcess()
    expect(await text({ url }, '/paused')).toBe('<p>Here</p>')
    child.kill('SIGSTOP')
    await withdraw(pool, '/paused')
    await sleep(1500)
    child.kill('SIGCONT')
    expect(await status({ url }, '/paused')).toBe(410)
  })
})

describe('a build', () => {
  it('does not give what another one rendered, and keeps the date of equal bytes', async () => {
    await publish(pool, '/built', 'Same')
    const before = await get(`${near.url}/built`)
    const next = await startServer(databaseUrl, { build: 'two' })
    const after = await get(`${next.url}/built`)
    expect((await pool.query(`select from renders where path = '/built'`)).rowCount).toBe(2)
    expect(after.headers['last-modified']).toBe(before.headers['last-modified'])
    await next.close()
  })
})
