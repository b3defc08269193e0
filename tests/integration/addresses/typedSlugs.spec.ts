// The address of a category, a topic or an author, typed in any script, as readers and engines meet it through the server.
import { request as ask, type RequestListener } from 'node:http'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as author } from '@/app/(site)/author/[slug]/route'
import { GET as category } from '@/app/(site)/category/[slug]/route'
import { GET as topic } from '@/app/(site)/topic/[slug]/route'
import { link, paragraph, richText } from '../../fixtures/richText'
import { publishNew } from '../../setup/documents'
import { get as getFrom } from '../../setup/engines'
import { get, startServer, type TestServer } from '../../setup/pageServer'
import { openTestPayload } from '../../setup/payload'
import { serveRoutes } from '../../setup/serveRoutes'

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

const SITE = 'http://localhost:3000'
const CASES = [
  ['categories', 'category', 'category', 'Раздел', encodeURIComponent('раздел').toLowerCase()],
  ['topics', 'topics', 'topic', 'Тема', encodeURIComponent('тема').toLowerCase()],
  ['authors', 'authors', 'author', '作者', encodeURIComponent('作者').toLowerCase()],
] as const

const HANDLERS = { authors: author, categories: category, topics: topic }

/** What was stored of an address is asked for anew within two seconds. */
const SOON = { timeout: 10_000 }

const lower = (letters: string): string => encodeURIComponent(letters).toLowerCase()

const leads = async (path: string) => {
  const { status, headers } = await get(front.url + path)
  return [status, headers.location]
}

const refusalOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'stored',
    (error: { data: { errors: { message: string }[] } }) =>
      error.data.errors.map(({ message }) => message).join(' '),
  )

describe.each(CASES)('a slug of %s', (collection, field, segment, typed, encoded) => {
  const at = `/${segment}/${encoded}`

  it('keeps the letters that are typed, and its page is found under them', async () => {
    const name = `Сон ${collection}`
    const { id, slug } = await payload.create({ collection, data: { name, slug: '' } })
    expect(slug).toBe(`son-${collection}`)
    const stored = await payload.update({ collection, id, data: { slug: ` ${typed}/ ` } })
    expect(stored.slug).toBe(encoded)
    const article = await publishNew(payload, 'articles', {
      title: `Letters of ${collection}`,
      [field]: field === 'category' ? id : [id],
    })
    const { path } = await payload.findByID({ collection: 'articles', id: article, depth: 0 })

    const page = await get(front.url + at)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<link rel="canonical" href="${SITE}${at}"`)
    expect(page.text).toContain(name)
    const variant = await get(
      front.url + at.toUpperCase().replace(`/${segment.toUpperCase()}`, `/${segment}`),
    )
    expect([variant.status, variant.headers.location]).toEqual([308, at])
    expect((await get(front.url + path)).text).toContain(`href="${at}"`)
    expect((await get(`${front.url}/sitemaps/pages-1.xml`)).text).toContain(
      `<loc>${SITE}${at}</loc>`,
    )
    if (collection === 'categories') {
      expect((await get(front.url + path)).text).toContain(`"item":"${SITE}${at}"`)
      expect((await get(front.url)).text).toContain(`href="${at}"`)
      const feed = await get(`${front.url}${at}/feed.json`)
      expect([feed.status, feed.text.includes(`${at}/feed.json`)]).toEqual([200, true])
    }
    if (collection === 'authors')
      expect((await get(`${front.url}/feed.json`)).text).toContain(`${SITE}${at}`)
  })

  it('is found by its letters too, which a router may hand on decoded', async () => {
    const handler = HANDLERS[collection]
    const slug = decodeURIComponent(encoded)
    expect((await getFrom(handler, at, { slug })).status).toBe(200)
  })

  it('stays what it is when the row is saved again', async () => {
    const data = { name: `Saved ${collection}`, slug: 'Ещё' }
    const { id, slug } = await payload.create({ collection, data })
    const { slug: again } = await payload.update({ collection, id, data: { name: 'Other', slug } })
    expect(again).toBe(lower('ещё'))
    expect(await payload.update({ collection, id, data: { slug: 'ЕЩЁ' } })).toMatchObject({ slug })
  })

  it('leads from the address that it had to the one that it has, and back', async () => {
    const data = { name: `Moved ${collection}`, slug: 'Было' }
    const { id } = await payload.create({ collection, data })
    await payload.update({ collection, id, data: { slug: 'Раньше' } })
    expect(await leads(`/${segment}/${lower('было')}`)).toEqual([404, undefined])
    await publishNew(payload, 'articles', { [field]: field === 'category' ? id : [id] })
    const [first, second] = [`/${segment}/${lower('раньше')}`, `/${segment}/${lower('стало')}`]
    await expect.poll(() => leads(first), SOON).toEqual([200, undefined])
    await payload.create({
      collection: 'redirects',
      data: { from: `/to-${collection}`, to: first, status: '301' },
    })
    const linking = await publishNew(payload, 'articles', {
      body: richText(paragraph(link(first, 'Here'))),
    })
    const select = { name: true } as const
    await payload.update({ collection, id, data: { slug: 'Стало' }, select })
    await expect
      .poll(() => leads(`${first}?utm_source=x`), SOON)
      .toEqual([301, `${second}?utm_source=x`])
    expect(await leads(second)).toEqual([200, undefined])
    expect(await leads(`/to-${collection}`)).toEqual([301, second])
    const { path } = await payload.findByID({ collection: 'articles', id: linking, depth: 0 })
    expect((await get(front.url + path)).text).toContain(`href="${second}"`)
    await payload.update({ collection, id, data: { slug: 'Раньше' } })
    await expect.poll(() => leads(second), SOON).toEqual([301, first])
    await expect.poll(() => leads(first), SOON).toEqual([200, undefined])
  })

  it('is refused as the path of an article is', async () => {
    const make = (slug: string) =>
      refusalOf(payload.create({ collection, data: { name: `Refused ${collection}`, slug } }))
    expect(await make('p\u0430ypal')).toContain('letters of several scripts')
    expect(await make('two words')).toContain('may contain only letters, digits and hyphens')
    expect(await make('a/b')).toContain('may contain only letters, digits and hyphens')
    const data = { from: `/${segment}/old`, to: '/new', status: '301' } as const
    expect(await refusalOf(payload.create({ collection: 'redirects', data }))).toContain('reserved')
    expect(await make('я'.repeat(121))).toContain('at most 120 are allowed')
  })
})
