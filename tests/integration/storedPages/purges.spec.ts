// A shared cache in front is told what changed: after the commit, once, and again until it was heard.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedTag } from '@/cacheTagHeaders'
import { get, OPTIONS, startServer, type TestServer } from '../../setup/pageServer'
import { publish, STUB_TABLE } from '../../setup/stubSite'

let pool: pg.Pool
let cache: Server
let fronts: TestServer[]
const told: { authorization?: string; tags: string[] }[] = []
let answer = 200

const tagsOf = (path: string) => [`path:${path}`, `text:${path}`].map(signedTag).sort()

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
  await pool.query(STUB_TABLE)
  cache = createServer(async (request, response) => {
    const { tags } = JSON.parse(await text(request))
    if (answer === 200) told.push({ authorization: request.headers.authorization, tags })
    response.writeHead(answer).end()
  }).listen(0, '127.0.0.1')
  await once(cache, 'listening')
  const url = `http://127.0.0.1:${(cache.address() as AddressInfo).port}/purge`
  const policy = { ...OPTIONS.policy, cacheTags: true }
  const options = { policy, purge: { url, token: 'a token' } }
  fronts = await Promise.all([1, 2].map(() => startServer(process.env.DATABASE_URL!, options)))
})

afterAll(async () => {
  await Promise.all(fronts.map((front) => front.close()))
  cache.close()
  await pool.end()
})

it('tells the tags of a change at once, and again when no instance can give the old page any more', async () => {
  await publish(pool, '/a', 'Text')
  await expect.poll(() => told).toHaveLength(1)
  await expect.poll(() => told, { timeout: 5000 }).toHaveLength(2)
  for (const { tags, authorization } of told) {
    expect(tags.toSorted()).toEqual(tagsOf('/a'))
    expect(authorization).toBe('Bearer a token')
  }
  const { headers } = await get(`${fronts[0]!.url}/a`)
  expect(String(headers['surrogate-key']).split(' ').sort()).toEqual(tagsOf('/a'))
  expect(String(headers['cache-tag']).split(',').sort()).toEqual(tagsOf('/a'))
  expect(told).toHaveLength(2)
})

it('tells it again when the cache did not hear, and readers do not wait for it', async () => {
  told.length = 0
  answer = 503
  await publish(pool, '/b', 'Text')
  expect((await get(`${fronts[1]!.url}/b`)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 500))
  answer = 200
  await expect
    .poll(() => told.map(({ tags }) => tags.toSorted()), { timeout: 15_000 })
    .toContainEqual(tagsOf('/b'))
})
