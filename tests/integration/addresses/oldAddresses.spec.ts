// Addresses that other systems had, as a visitor meets them: through the server, with the site's own pages behind it.
import { request as ask, type RequestListener } from 'node:http'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeVisits } from '@/cms/addresses/visits'
import { paragraph, richText } from '../../fixtures/richText'
import { move, publishNew } from '../../setup/documents'
import { get, startServer, type TestServer } from '../../setup/pageServer'
import { callerFor } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { GET, speak } from '../../setup/raw'
import { serveRoutes } from '../../setup/serveRoutes'
import { account, publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let front: TestServer
let routes: Awaited<ReturnType<typeof serveRoutes>>
beforeAll(async () => {
  payload = await openTestPayload()
  routes = await serveRoutes()
  const next: RequestListener = (request, response) => {
    const { headers, method, url } = request
    const inner = ask(routes.origin + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.rawHeaders)
      answer.pipe(response)
    })
    request.pipe(inner)
  }
  front = await startServer(process.env.DATABASE_URL!, { next })
})
afterAll(async () => {
  await front.close()
  routes.close()
})

const leads = async (path: string) => {
  const { status, headers } = await get(front.url + path)
  return [status, headers.location]
}

const redirect = (from: string, to: string | null, status: '301' | '308' | '410' = '301') =>
  payload.create({ collection: 'redirects', data: { from, to, status } })

const refusalOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'stored',
    (error: { data: { errors: { message: string }[] } }) =>
      error.data.errors.map(({ message }) => message).join(' '),
  )

const storedPages = async (like: string): Promise<number> => {
  const { rows } = await (payload.db as never as { pool: { query: Query } }).pool.query(
    'select count(*)::int as n from stored_pages where address like $1',
    [like],
  )
  return rows[0]?.n ?? 0
}
type Query = (text: string, values: unknown[]) => Promise<{ rows: { n: number }[] }>

describe('an address with the query of another system', () => {
  it('leads on where a redirect begins at it, and keeps the rest of the query', async () => {
    const id = await publishNew(payload, 'articles', { path: '/of-wordpress' })
    await payload.create({
      collection: 'redirects',
      data: { from: '/?P=123', article: id, status: '301' },
    })
    expect(await leads('/?p=123')).toEqual([301, '/of-wordpress'])
    expect(await leads('/?p=123&utm_source=x')).toEqual([301, '/of-wordpress?utm_source=x'])
    expect(await leads('/?utm_source=x&p=123')).toEqual([301, '/of-wordpress?utm_source=x'])
    expect(await leads('/index.php?p=123')).toEqual([301, '/of-wordpress'])
    await redirect('/?cat=4', null, '410')
    expect((await get(`${front.url}/?cat=4`)).text).toContain('<h1')
    expect(await leads('/?cat=4')).toEqual([410, undefined])
    await move(payload, id, '/of-wordpress-moved')
    await expect.poll(() => leads('/?p=123')).toEqual([301, '/of-wordpress-moved'])
  })

  it('is the page itself where none does, and nothing is stored for it', async () => {
    const home = await get(`${front.url}/`)
    for (const query of ['?p=999', '?utm_source=x', '?p=1&page_id=2', '?id=x'])
      expect(await get(`${front.url}/${query}`), query).toMatchObject({
        status: 200,
        text: home.text,
      })
    // From memory, too.
    expect(await get(`${front.url}/?p=999`)).toMatchObject({ status: 200, text: home.text })
    expect((await get(`${front.url}/feed.xml?id=7`)).status).toBe(200)
    expect([await storedPages('%999%'), await storedPages('/feed.xml?%')]).toEqual([0, 0])
    await redirect('/?p=999', '/about')
    await expect.poll(() => leads('/?p=999')).toEqual([301, '/about'])
  })
})

describe('a pattern', () => {
  it('leads on from all below it, after every address of its own and every longer pattern', async () => {
    await redirect('/blog/*', '/*')
    await redirect('/blog/2019/*', '/archive/*')
    await redirect('/blog/one', '/questions')
    const id = await publishNew(payload, 'articles', { path: '/lifting' })
    await publishNew(payload, 'articles', { path: '/blog/here' })
    expect(await leads('/blog/lifting')).toEqual([301, '/lifting'])
    expect(await leads('/Blog/Lifting/?utm_source=x')).toEqual([301, '/lifting?utm_source=x'])
    expect(await leads('/blog')).toEqual([301, '/'])
    expect(await leads('/blog/2019/x')).toEqual([301, '/archive/x'])
    expect(await leads('/blog/one')).toEqual([301, '/questions'])
    expect((await leads('/blog/here'))[0]).toBe(200)
    expect((await leads('/blogger'))[0]).toBe(404)
    await redirect('/archive/*', '/lifting')
    await expect.poll(() => leads('/blog/2019/x')).toEqual([301, '/lifting'])
    await withdrawByForce(payload, id)
    await expect.poll(async () => (await leads('/lifting'))[0]).toBe(410)
  })

  it('never leads round', async () => {
    const round = 'leads back to where it came from.'
    expect(await refusalOf(redirect('/r/*', '/r/*'))).toContain(round)
    expect(await refusalOf(redirect('/r/*', '/r/more/*'))).toContain(round)
    expect(await refusalOf(redirect('/r/*', '/r'))).toContain(round)
    await redirect('/s/*', '/t/*')
    expect(await refusalOf(redirect('/t/*', '/s/*'))).toContain(round)
    await redirect('/u/x', '/v/x')
    await redirect('/v/*', '/u/*')
    expect((await leads('/u/x'))[0]).toBe(404)
    expect(await leads('/v/y')).toEqual([301, '/u/y'])
  })

  it('is refused in words where it can be none', async () => {
    expect(await refusalOf(redirect('/a/*/b', '/x'))).toContain('Write /blog/* for all below /blog')
    expect(await refusalOf(redirect('/a', '/x/*'))).toContain('ends with * too')
    expect(await refusalOf(redirect('/1/2/3/4/5/6/*', '/x'))).toContain('more than 5 parts')
    expect(await refusalOf(redirect('/api/*', '/x'))).toContain('reserved')
    expect(await refusalOf(redirect('/a?colour=red', '/x'))).toContain('page_id')
  })

  it('comes with a file, and its visits are counted', async () => {
    const editor = await callerFor(payload, await account(payload, 'editor'))
    const csv = 'from,to\n/?page_id=5,/about\n/news/*,/*\n'
    expect((await editor('POST', '/redirects/import', { csv })).body).toEqual({ imported: 2 })
    const wrong = await editor('POST', '/redirects/import', { csv: 'from,to\n/n/*/x,/about' })
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([
      422,
      expect.stringContaining('"line":2'),
    ])
    await storeVisits(payload, [
      { path: '/news/a', status: 301, hits: 2 },
      { path: '/news/b', status: 301, hits: 3 },
      { path: '/?page_id=5', status: 301, hits: 4 },
    ])
    const { docs } = await payload.find({
      collection: 'redirects',
      where: { hits: { greater_than: 0 } },
      sort: 'from',
    })
    expect(docs.map(({ from, hits }) => [from, hits])).toEqual([
      ['/?page_id=5', 4],
      ['/news/*', 5],
    ])
  })
})

describe('a redirect', () => {
  it('keeps the query of whoever is sent on, and what it says itself counts', async () => {
    const id = await publishNew(payload, 'articles', { path: '/before' })
    await move(payload, id, '/after')
    await redirect('/found', '/search?q=sleep')
    await redirect('/away', 'https://example.com/x#part')
    expect(await leads('/before?utm_source=a&utm_medium=b')).toEqual([
      301,
      '/after?utm_source=a&utm_medium=b',
    ])
    expect(await leads('/before')).toEqual([301, '/after'])
    expect(await leads('/Before/?utm_source=c')).toEqual([301, '/after?utm_source=c'])
    expect(await leads('/found?q=run&utm_source=a')).toEqual([301, '/search?q=sleep&utm_source=a'])
    expect(await leads('/away?utm_source=a')).toEqual([
      301,
      'https://example.com/x?utm_source=a#part',
    ])
    expect(await storedPages('/before%')).toBe(1)
  })
})

describe('an address in any script', () => {
  const ENCODED = '/%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82'

  it('is found as it is typed, sent raw or encoded, and stands everywhere in one form', async () => {
    const { id, path } = await payload.create({
      collection: 'articles',
      draft: true,
      data: {
        title: 'Привет всем',
        path: '/Привет/',
        summary: 'In short.',
        body: richText(paragraph('Text.')),
      },
    })
    expect(path).toBe(ENCODED)
    await publishByForce(payload, id)
    const page = await get(front.url + ENCODED)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<link rel="canonical" href="http://localhost:3000${ENCODED}"`)
    expect(page.text).toContain(`"http://localhost:3000${ENCODED}#article"`)
    expect(await leads(ENCODED.toUpperCase())).toEqual([308, ENCODED])
    // As no browser sends it: the letters' own bytes.
    const bytes = Buffer.from('/привет').toString('latin1')
    const said = Buffer.from(await speak(front.url, GET(bytes)), 'latin1').toString()
    expect([said.slice(0, 15), said.includes('Привет всем')]).toEqual(['HTTP/1.1 200 OK', true])
    expect((await get(`${front.url}/sitemaps/1.xml`)).text).toContain(ENCODED)
    expect((await get(`${front.url}${ENCODED}.md`)).status).toBe(200)
    await move(payload, id, '/привет-мир')
    await expect
      .poll(() => leads(`${ENCODED}?utm_source=x`))
      .toEqual([301, `${ENCODED}-%d0%bc%d0%b8%d1%80?utm_source=x`])
  })
})
