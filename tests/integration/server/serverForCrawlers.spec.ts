// What crawlers are told by the server itself: whether the site may be listed, and what they must have at any time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_ANSWERS, get, OPTIONS, startServer, type TestServer } from '../../setup/pageServer'
import { openStubServer } from '../../setup/stubServer'

const clock = {}
const { front } = await openStubServer({ clock })

describe('with no database, ever', () => {
  it('answers what a crawler must have, and 503 for all else', async () => {
    const lastResort = { '/robots.txt': 'User-agent: *\n' }
    const alone = await startServer('postgres://nobody:x@127.0.0.1:1/none', { clock, lastResort })
    const robots = await get(`${alone.url}/robots.txt`)
    expect(robots).toMatchObject({ status: 200, text: 'User-agent: *\n' })
    expect(robots.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect((await get(`${alone.url}/page`)).status).toBe(503)
    expect((await get(`${alone.url}/robots.txt`, {}, { method: 'POST' })).status).toBe(405)
    await alone.close()
  })
})

describe('a site that search engines may not list', () => {
  let unlisted: TestServer
  beforeAll(async () => {
    const policy = { ...OPTIONS.policy, listed: false }
    unlisted = await startServer(process.env.DATABASE_URL!, { clock, policy, build: 'unlisted' })
  })
  afterAll(() => unlisted.close())

  it.each(ALL_ANSWERS)('says so with %s', async (_what, path, headers, how) => {
    const answer = await get(unlisted.url + path, headers, how)
    expect(answer.headers['x-robots-tag']).toBe('noindex')
  })

  it('alone says so with its pages; the panel and its API always do', async () => {
    expect((await get(`${front.url}/page`)).headers['x-robots-tag']).toBeUndefined()
    for (const path of ['/api/echo', '/admin', '/admin/login'])
      expect((await get(front.url + path)).headers['x-robots-tag'], path).toBe('noindex')
  })
})
