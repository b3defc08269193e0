// Stored pages, as readers of two instances get them: rendered once, right at once, gone when they are withdrawn.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { get, startServer, type TestServer } from '../../setup/pageServer'
import { publish, STUB_TABLE, withdraw } from '../../setup/stubSite'

let pool: pg.Pool
let one: TestServer
let two: TestServer

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
  await pool.query(STUB_TABLE)
  one = await startServer(process.env.DATABASE_URL!)
  two = await startServer(process.env.DATABASE_URL!)
})

afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  await pool.end()
})

const text = async (front: TestServer, path: string) => (await get(front.url + path)).text
const rendersOf = async (path: string) =>
  (await pool.query('select from renders where path = $1', [path])).rowCount

describe('a page', () => {
  it('is rendered once for all instances and all who wait for it', async () => {
    await publish(pool, '/once', 'Once')
    await pool.query('update stub set slow_ms = 300')
    const asked = Array.from({ length: 500 }, (_, at) => text([one, two][at % 2]!, '/once'))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['<p>Once</p>']))
    expect(await rendersOf('/once')).toBe(1)
    await pool.query('update stub set slow_ms = 0')
  })

  it('is rendered once each when three hundred are asked for at the same time', async () => {
    const paths = Array.from({ length: 300 }, (_, at) => `/cold-${at}`)
    await pool.query(`insert into texts (path, text) select unnest($1::text[]), 'Cold'`, [paths])
    const asked = [one, two, one].flatMap((front) => paths.map((path) => get(front.url + path)))
    const answers = await Promise.all(asked)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { rows } = await pool.query(
      `select count(*)::int as renders, count(distinct path)::int as pages from renders where path like '/cold-%'`,
    )
    expect(rows).toEqual([{ renders: 300, pages: 300 }])
  })

  it('is new at the next request after its text changed, on both', async () => {
    await publish(pool, '/news', 'Old')
    for (const front of [one, two]) expect(await text(front, '/news')).toBe('<p>Old</p>')
    await publish(pool, '/news', 'New', false)
    for (const front of [one, two])
      await expect.poll(() => text(front, '/news'), { timeout: 1000 }).toBe('<p>New</p>')
    expect(await rendersOf('/news')).toBe(2)
  })

  it('appears where nothing was', async () => {
    expect((await get(`${one.url}/later`)).status).toBe(404)
    await publish(pool, '/later', 'Here now')
    await expect.poll(() => text(one, '/later'), { timeout: 1000 }).toBe('<p>Here now</p>')
  })

  it('is gone on both when it was withdrawn', async () => {
    await publish(pool, '/gone', 'Here')
    for (const front of [one, two]) expect(await text(front, '/gone')).toBe('<p>Here</p>')
    await withdraw(pool, '/gone')
    for (const front of [one, two])
      await expect
        .poll(async () => (await get(`${front.url}/gone`)).status, { timeout: 1000 })
        .toBe(410)
  })

  it('is gone in the very next request to the instance that withdrew it', async () => {
    for (let round = 0; round < 20; round++) {
      await publish(pool, `/at-once-${round}`, 'Here')
      expect(await text(one, `/at-once-${round}`)).toBe('<p>Here</p>')
      await get(`${one.url}/api/withdraw/at-once-${round}`, {}, { method: 'POST' })
      expect((await get(`${one.url}/at-once-${round}`)).status).toBe(410)
    }
  })
})
