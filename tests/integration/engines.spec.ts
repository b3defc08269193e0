// What programs read of the site is what readers get: sitemaps, feeds, Markdown, questions, search.
import { parseFeed } from 'feedsmith'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as anyAddress } from '@/app/(site)/[...path]/route'
import { GET as categoryFeed } from '@/app/(site)/category/[slug]/[feed]/route'
import { GET as feed } from '@/app/(site)/feed.json/route'
import { GET as llms } from '@/app/(site)/llms.txt/route'
import { GET as openSearch } from '@/app/(site)/opensearch.xml/route'
import { GET as questionsJson } from '@/app/(site)/questions.json/route'
import { GET as question } from '@/app/(site)/questions/[anchor]/route'
import { GET as questions } from '@/app/(site)/questions/route'
import { GET as robots } from '@/app/(site)/robots.txt/route'
import { GET as search } from '@/app/(site)/search/route'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import type { FaqItem } from '@/payload-types'
import { all, one, readHtml, textOf } from '@/commands/checkSite/html'
import { paragraph, richText } from '../fixtures/richText'
import { contentOf, withItems } from '../setup/documents'
import { openTestPayload } from '../setup/payload'
import { publishByForce, withdrawByForce } from '../setup/workflow'

let payload: Payload
let item: FaqItem
let alone: FaqItem

type Route = (request: Request, context: never) => Promise<Response>

async function get(route: unknown, address: string, params = {}, headers = {}) {
  const request = new Request(`http://localhost:3000${address}`, { headers })
  const context = { params: Promise.resolve(params) } as never
  const response = await (route as Route)(request, context)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function publish(data: object): Promise<number> {
  const { id } = await payload.create({
    ...{
      collection: 'articles',
      draft: true,
      data: { ...contentOf('articles'), ...data } as never,
    },
  })
  await publishByForce(payload, id)
  return id
}

async function ask(question: string): Promise<FaqItem> {
  const data = { question, answer: richText(paragraph('Two or three times a week.')) }
  const { id } = await payload.create({ collection: 'faq-items', draft: true, data })
  await publishByForce(payload, id, 'faq-items')
  return payload.findByID({ collection: 'faq-items', id })
}

beforeAll(async () => {
  payload = await openTestPayload()
  const { id: category } = await payload.create({
    ...{ collection: 'categories', data: { name: 'Running', slug: 'running' } },
  })
  item = await ask('How often should a beginner run?')
  alone = await ask('Is it safe to run at night?')
  await publish({
    title: 'Knees & <b>hips</b>',
    path: '/knees',
    category,
    body: withItems(item.id),
  })
  await publish({ title: 'Hidden from engines', path: '/hidden', index: false })
  await payload.create({
    collection: 'pages',
    data: {
      ...{ title: 'Our policy', summary: 'How we work.', _status: 'published' },
      body: richText(paragraph('We read everything twice.')),
    },
  })
  await payload.create({
    collection: 'articles',
    draft: true,
    data: { title: 'A draft', path: '/draft' } as never,
  })
})

const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)

describe('the sitemap', () => {
  it('is an index of parts, and every part is there', async () => {
    const index = await get(sitemap, '/sitemap.xml')
    expect(index.headers.get('Content-Type')).toContain('application/xml')
    expect(addresses(index.text)).toEqual(['/sitemaps/pages.xml', '/sitemaps/1.xml'])
    for (const part of ['0.xml', '2.xml', '01.xml', 'x.xml', '1'])
      expect((await get(sitemapPart, `/sitemaps/${part}`, { part })).status).toBe(404)
  })

  it('lists what search engines may list, and nothing else', async () => {
    const articles = await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })
    expect(addresses(articles.text)).toEqual(['/knees'])
    const pages = await get(sitemapPart, '/sitemaps/pages.xml', { part: 'pages.xml' })
    expect(addresses(pages.text)).toEqual(
      expect.arrayContaining(['/', '/about', '/questions', '/category/running', '/our-policy']),
    )
    expect(addresses(pages.text)).not.toContain('/draft')
  })

  it('gives the date that the page itself gives, also when an answer on it changed', async () => {
    const { text } = await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })
    const html = (await get(anyAddress, '/knees')).text
    const [, modified] = /"dateModified":"([^"]+)"/.exec(html) ?? []
    expect(text).toContain(`<lastmod>${modified}</lastmod>`)
  })
})

describe('feeds', () => {
  it('carry the newest articles with their texts and whole addresses', async () => {
    const { headers, text } = await get(feed, '/feed.json')
    expect(headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
    const { items } = JSON.parse(text) as { items: { title: string; content_html: string }[] }
    expect(items.map(({ title }) => title)).toEqual(['Hidden from engines', 'Knees & <b>hips</b>'])
    expect(items[1]?.content_html).toContain('How often should a beginner run?')
    expect(items[1]?.content_html).not.toMatch(/(href|src)="[/#]/)
  })

  it('exist for each category', async () => {
    const params = { slug: 'running', feed: 'feed.xml' }
    const parsed = parseFeed((await get(categoryFeed, '/category/running/feed.xml', params)).text)
    expect(parsed.format === 'rss' && parsed.feed.items?.map(({ title }) => title)).toEqual([
      'Knees & <b>hips</b>',
    ])
    const none = { slug: 'running', feed: 'feed.txt' }
    expect((await get(categoryFeed, '/category/running/feed.txt', none)).status).toBe(404)
  })
})

describe('an article as Markdown', () => {
  it('stands beside the article, and at its address for who asks for it', async () => {
    const twin = await get(anyAddress, '/knees.md')
    const asked = await get(anyAddress, '/knees', {}, { Accept: 'text/markdown, text/html;q=0.5' })
    expect([twin.status, twin.text]).toEqual([200, asked.text])
    expect(twin.text).toContain('# Knees & \\<b\\>hips\\</b\\>'.replace('&', '\\&'))
    for (const { headers } of [twin, asked]) {
      expect(headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
      expect(headers.get('Vary')).toContain('Accept')
      expect(headers.get('Link')).toMatch(/\/knees>; rel="canonical"$/)
    }
  })

  it('is HTML for browsers, and nothing for what is not live', async () => {
    const browser = await get(anyAddress, '/knees', {}, { Accept: 'text/html,*/*;q=0.8' })
    expect(browser.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect((await get(anyAddress, '/draft.md')).status).toBe(404)
  })
})

describe('questions', () => {
  it('are listed by category, each leading to where it is answered', async () => {
    const page = readHtml((await get(questions, '/questions')).text)
    const sections = all(page, 'section.questions').map((section) => [
      textOf(one(section, 'h2')),
      all(section, 'a').map(({ attributes }) => attributes.href),
    ])
    expect(sections).toEqual([
      ['Running', [`/knees#faq-${item.anchor}`]],
      ['More questions', [`/questions/${alone.anchor}`]],
    ])
    expect((await get(questions, '/questions?page=2')).status).toBe(404)
  })

  it('have a permanent address that leads to the article', async () => {
    const found = await get(question, `/questions/${item.anchor}`, { anchor: item.anchor })
    expect([found.status, found.headers.get('Location')]).toEqual([
      308,
      `/knees#faq-${item.anchor}`,
    ])
  })

  it('that no article carries are pages, with their markup', async () => {
    const found = await get(question, `/questions/${alone.anchor}`, { anchor: alone.anchor })
    expect(found.status).toBe(200)
    expect(found.text).toContain('"FAQPage"')
    expect(textOf(one(readHtml(found.text), 'h1'))).toBe('Is it safe to run at night?')
    expect((await get(question, '/questions/never', { anchor: 'never' })).status).toBe(404)
  })

  it('are data too', async () => {
    const { questions: all } = JSON.parse((await get(questionsJson, '/questions.json')).text) as {
      questions: { question: string; answer: string; url: string }[]
    }
    expect(all.map(({ url }) => new URL(url).pathname)).toEqual([
      '/knees',
      `/questions/${alone.anchor}`,
    ])
    expect(all[0]?.answer).toBe('Two or three times a week.')
  })
})

describe('a search', () => {
  it('answers at once where an answer fits, and lists the rest', async () => {
    const { headers, text } = await get(search, '/search?q=how+often+should+a+beginner+run')
    const page = readHtml(text)
    expect(textOf(one(page, 'section.search-answer'))).toContain('Two or three times a week.')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Backstory-Revision')).toBeNull()
  })

  it('shows the form with what was asked, whatever was asked', async () => {
    const { text } = await get(
      search,
      `/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    )
    const page = readHtml(text)
    expect(one(page, 'input').attributes.value).toBe('"><script>alert(1)</script>')
    expect(all(page, 'script')).toEqual([])
  })

  it('without a result is kept as words, counted', async () => {
    await get(search, '/search?q=Zeppelin')
    await get(search, '/search?q=zeppelin')
    await get(search, '/search?q=mara@example.org')
    const where = { words: { not_equals: '"><script>alert(1)</script>' } }
    const { docs } = await payload.find({ collection: 'missed-searches', where })
    expect(docs.map(({ words, hits }) => [words, hits])).toEqual([['zeppelin', 2]])
  })
})

describe('the rest', () => {
  it('follows the settings: crawlers, IndexNow', async () => {
    expect((await get(robots, '/robots.txt')).text).toContain('User-agent: GPTBot')
    await payload.updateGlobal({
      slug: 'site-settings',
      data: {
        crawlers: { training: true },
        indexNow: { endpoint: 'http://127.0.0.1:1/', key: 'abcdef123456' },
      },
    })
    expect((await get(robots, '/robots.txt')).text).not.toContain('User-agent: GPTBot')
    expect(await get(anyAddress, '/abcdef123456.txt')).toMatchObject({
      status: 200,
      text: 'abcdef123456',
    })
    expect((await get(anyAddress, '/abcdef123457.txt')).status).toBe(404)
  })

  it('names the site and how to search it', async () => {
    expect((await get(llms, '/llms.txt')).text).toMatch(/^# Backstory\n\n> /)
    expect((await get(openSearch, '/opensearch.xml')).text).toContain('/search?q={searchTerms}')
  })

  it('goes with the article when it is withdrawn', async () => {
    const id = await publish({ title: 'Soon gone', path: '/soon-gone' })
    expect((await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })).text).toContain(
      '/soon-gone',
    )
    await withdrawByForce(payload, id)
    const texts = await Promise.all([
      get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' }),
      get(feed, '/feed.json'),
      get(llms, '/llms.txt'),
      get(search, '/search?q=soon+gone'),
    ])
    for (const { text } of texts) expect(text).not.toContain('/soon-gone')
    expect((await get(anyAddress, '/soon-gone.md')).status).toBe(410)
  })

  it('says what it was made of, so that it can be stored', async () => {
    for (const [route, address] of [
      [sitemap, '/sitemap.xml'],
      [feed, '/feed.json'],
      [questions, '/questions'],
      [llms, '/llms.txt'],
      [anyAddress, '/knees.md'],
    ] as const) {
      const { headers } = await get(route, address)
      expect([address, headers.get('Backstory-Revision')]).toEqual([address, expect.any(String)])
      expect(headers.get('Cache-Tag')).not.toBe('')
    }
  })
})
