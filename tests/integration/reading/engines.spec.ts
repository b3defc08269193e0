// What programs read of the site is what readers get: sitemaps, feeds, Markdown, questions.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as anyAddress } from '@/app/(site)/[...path]/route'
import { GET as categoryFeed } from '@/app/(site)/category/[slug]/[feed]/route'
import { GET as feed } from '@/app/(site)/feed.json/route'
import { GET as questionsJson } from '@/app/(site)/questions.json/route'
import { GET as question } from '@/app/(site)/questions/[anchor]/route'
import { GET as questions } from '@/app/(site)/questions/route'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import type { FaqItem } from '@/payload-types'
import { shapeIssues } from '../../../tools/siteChecker/sitemaps/sitemapShape'
import { findAll, findOne, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { get, makeSite } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'

let item: FaqItem
let alone: FaqItem
beforeAll(async () => {
  const payload = await openTestPayload()
  ;({ item, alone } = await makeSite(payload))
})

/** The protocol's own schemas, which are not ours to give away. */
const SCHEMAS = '../shared/vocab'
const canValidate = existsSync(SCHEMAS) && spawnSync('xmllint', ['--version']).status === 0

const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)

describe('the sitemap', () => {
  it('is an index of parts, and every part is there', async () => {
    const index = await get(sitemap, '/sitemap.xml')
    expect(index.headers.get('Content-Type')).toContain('application/xml')
    expect(addresses(index.text)).toEqual(['/sitemaps/pages-1.xml', '/sitemaps/1.xml'])
    for (const part of ['0.xml', '2.xml', '01.xml', 'x.xml', '1'])
      expect((await get(sitemapPart, `/sitemaps/${part}`, { part })).status).toBe(404)
  })

  it('lists what search engines may list, and nothing else', async () => {
    const articles = await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })
    expect(addresses(articles.text)).toEqual(['/knees'])
    const pages = await get(sitemapPart, '/sitemaps/pages-1.xml', { part: 'pages-1.xml' })
    expect(addresses(pages.text)).toEqual(
      expect.arrayContaining(['/', '/about', '/questions', '/category/running', '/our-policy']),
    )
    expect(addresses(pages.text)).not.toContain('/draft')
  })

  const files = async () => ({
    index: (await get(sitemap, '/sitemap.xml')).text,
    pages: (await get(sitemapPart, '/sitemaps/pages-1.xml', { part: 'pages-1.xml' })).text,
    articles: (await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })).text,
  })

  it('is of the shape that its schemas ask for', async () => {
    const { index, pages, articles } = await files()
    expect(shapeIssues(index, 'sitemapindex')).toEqual([])
    for (const part of [pages, articles]) expect(shapeIssues(part, 'urlset')).toEqual([])
  })

  it.skipIf(!canValidate)(
    'is valid by the schemas themselves (skipped without xmllint or ../shared/vocab)',
    async () => {
      const { index, pages, articles } = await files()
      for (const [text, schema] of [
        [index, 'siteindex.xsd'],
        [pages, 'all.xsd'],
        [articles, 'all.xsd'],
      ] as const) {
        const flags = ['--nonet', '--noout', '--schema', `${SCHEMAS}/${schema}`, '-']
        const { status, stderr } = spawnSync('xmllint', flags, { input: text, encoding: 'utf8' })
        expect([status, stderr.trim()]).toEqual([0, '- validates'])
      }
    },
  )

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
    expect(twin.text).toContain('# Knees & \\<b>hips\\</b>')
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
    const sections = findAll(page, 'section.questions').map((section) => [
      readElementText(findOne(section, 'h2')),
      findAll(section, 'a').map(({ attributes }) => attributes.href),
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
    expect(readElementText(findOne(readHtml(found.text), 'h1'))).toBe('Is it safe to run at night?')
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
