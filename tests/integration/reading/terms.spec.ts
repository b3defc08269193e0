// A category, a topic or a byline that nothing live uses is not told to anybody: what is being prepared stays private.
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as anyAddress } from '@/app/(site)/[...path]/route'
import { GET as author } from '@/app/(site)/author/[slug]/route'
import { GET as categoryFeed } from '@/app/(site)/category/[slug]/[feed]/route'
import { GET as categoryRoute } from '@/app/(site)/category/[slug]/route'
import { GET as llms } from '@/app/(site)/llms.txt/route'
import { GET as question } from '@/app/(site)/questions/[anchor]/route'
import { GET as questionsJson } from '@/app/(site)/questions.json/route'
import { GET as home } from '@/app/(site)/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { GET as topic } from '@/app/(site)/topic/[slug]/route'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, publishNew, withItems } from '../../setup/documents'
import { get } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'
import { accounts, publishByForce, withdrawByForce } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer } = await accounts(payload)
const slug = 'merger'
const ADDRESSES = [
  ['the category', categoryRoute, `/category/${slug}`, { slug }],
  ['its feed', categoryFeed, `/category/${slug}/feed.xml`, { slug, feed: 'feed.xml' }],
  ['the topic', topic, `/topic/${slug}`, { slug }],
  ['the author', author, `/author/${slug}`, { slug }],
  ['the reviewer', author, '/author/second', { slug: 'second' }],
] as const

const pagesPart = async () =>
  (await get(sitemapPart, '/sitemaps/pages-1.xml', { part: 'pages-1.xml' })).text

let article: number
let reviewer: number
beforeAll(async () => {
  const name = 'The merger'
  const term = (collection: 'categories' | 'topics' | 'authors', data: object) =>
    payload.create({ collection, data: { name, slug, ...data } as never })
  const [{ id: inCategory }, { id: inTopic }, { id: by }, { id: second }] = await Promise.all([
    term('categories', {}),
    term('topics', {}),
    term('authors', {}),
    term('authors', { name: 'A reviewer', slug: 'second' }),
  ])
  reviewer = second
  article = await createDraft(payload, 'articles', writer, {
    title: 'Two firms, one clinic',
    path: '/two-firms',
    category: inCategory,
    topics: [inTopic],
    authors: [by],
    reviewer: second,
  })
  await payload.updateGlobal({
    slug: 'navigation',
    data: { header: [{ label: 'Merger', url: `/category/${slug}` }] },
  })
})

describe('before anything of it is live', () => {
  it.each(ADDRESSES)('%s is not there', async (_, route, address, params) => {
    expect((await get(route, address, params)).status).toBe(404)
  })

  it('is in no sitemap and in no menu', async () => {
    expect(await pagesPart()).not.toMatch(/merger|second/)
    expect((await get(home, '/')).text).not.toContain('erger')
  })

  it('a person who checked a live answer has the page that it links to', async () => {
    const id = await publishNew(payload, 'faq-items', {
      question: 'Who checks this?',
      answer: richText(paragraph('A reviewer does.')),
      reviewer,
      lastReviewed: '2026-05-04T12:00:00.000Z',
    })
    expect((await get(author, '/author/second', { slug: 'second' })).status).toBe(200)
    await withdrawByForce(payload, id, 'faq-items')
    expect((await get(author, '/author/second', { slug: 'second' })).status).toBe(404)
  })
})

describe('once something of it is live', () => {
  beforeAll(() => publishByForce(payload, article))

  it.each(ADDRESSES)('%s is there', async (_, route, address, params) => {
    expect((await get(route, address, params)).status).toBe(200)
    expect((await get(route, `${address}?page=2`, params)).status).not.toBe(200)
  })

  it('is in the sitemap and in the menu', async () => {
    const listed = await pagesPart()
    for (const address of ['/category/merger', '/topic/merger', '/author/merger', '/author/second'])
      expect(listed).toContain(`${address}</loc>`)
    expect((await get(home, '/')).text).toContain('<a href="/category/merger">Merger</a>')
  })
})

describe('what engines are told', () => {
  it('has articles without a category, and none that is closed to engines', async () => {
    await publishNew(payload, 'articles', { title: 'Loose', path: '/loose' })
    const item = await publishNew(payload, 'faq-items', {
      question: 'Is this closed?',
      answer: richText(paragraph('It is.')),
    })
    const { id: category } = await payload.create({
      collection: 'categories',
      data: { name: 'Closed', slug: 'closed' },
    })
    await publishNew(payload, 'articles', {
      title: 'Closed',
      path: '/closed',
      index: false,
      category,
      body: withItems(item),
    })
    expect((await get(categoryRoute, '/category/closed', { slug: 'closed' })).status).toBe(200)
    expect(await pagesPart()).not.toContain('closed')
    const { text } = await get(llms, '/llms.txt')
    expect(text).toContain('- [Loose](http://localhost:3000/loose.md)')
    expect(text).not.toContain('closed')
    expect((await get(questionsJson, '/questions.json')).text).not.toContain('Is this closed?')
  })

  it('has nothing of a withdrawn question, whose address says that it is gone', async () => {
    const id = await publishNew(payload, 'faq-items', {
      question: 'Will this go?',
      answer: richText(paragraph('Soon.')),
    })
    const { anchor } = await payload.findByID({ collection: 'faq-items', id })
    const ask = () => get(question, `/questions/${anchor}`, { anchor })
    expect((await ask()).status).toBe(200)
    await withdrawByForce(payload, id, 'faq-items')
    expect((await ask()).status).toBe(410)
    const draft = await createDraft(payload, 'faq-items', writer, { question: 'Never shown?' })
    const hidden = await payload.findByID({ collection: 'faq-items', id: draft, draft: true })
    const params = { anchor: hidden.anchor }
    expect((await get(question, `/questions/${hidden.anchor}`, params)).status).toBe(404)
    expect((await get(anyAddress, '/never')).status).toBe(404)
  })
})
