// The articles that the benchmark generates are articles: readers get them as pages, engines in lists, and editors can go on.
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as anyAddress } from '@/app/(site)/[...path]/route'
import { GET as author } from '@/app/(site)/author/[slug]/route'
import { GET as searchPage } from '@/app/(site)/search/route'
import { GET as questions } from '@/app/(site)/questions/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { generateArticles } from '../../../tools/bench/articles/generate'
import { makePattern, type Pattern } from '../../../tools/bench/articles/pattern'
import { documentIssues } from '../../../tools/siteChecker/pageRules/documentIssues'
import { parityIssues } from '../../../tools/siteChecker/pageRules/parity'
import type { Article, FaqItem } from '@/payload-types'
import { get } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'
import {
  account,
  publishByForce,
  recordOf,
  rowOf,
  save,
  withdrawByForce,
} from '../../setup/workflow'

const COUNT = 30

let payload: Payload
let pattern: Pattern
let articles: Article[]

beforeAll(async () => {
  payload = await openTestPayload()
  pattern = await makePattern(payload)
  const ids = await generateArticles(pattern, { from: 1, to: COUNT })
  const found = await payload.find({
    collection: 'articles',
    where: { id: { in: ids } },
    sort: 'id',
    depth: 1,
    limit: COUNT,
  })
  articles = found.docs
})

const titles = (html: string) => html.match(/<h1[^>]*>([^<]*)<\/h1>/)?.[1]

describe('a generated article', () => {
  it('is a page that keeps the rules, with its questions and its link', async () => {
    const [before, article] = articles.slice(-2) as [Article, Article]
    const { status, text } = await get(anyAddress, article.path ?? '')
    expect(status).toBe(200)
    expect(titles(text)).toBe(article.title)
    expect(text).toContain(`href="${before.path}"`)
    for (const item of article.faqItems ?? [])
      expect(text).toContain(typeof item === 'object' ? item.question : '?')
    expect(article.faqItems).toHaveLength(3)
    expect(parityIssues(text)).toEqual([])
    expect(documentIssues(text)).toEqual([])
  })

  it('is found by its own word, listed, and mapped', async () => {
    const [article] = articles as [Article]
    const [own = ''] = article.title.split(' ').slice(-1)
    const found = await get(searchPage, `/search?q=${own}`)
    expect(found.text).toContain(`href="${article.path}"`)
    const { text } = await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })
    expect(text.match(/<loc>/g)).toHaveLength(COUNT + 2)
    const of = await get(author, '/author/bench-authors-1', { slug: 'bench-authors-1' })
    expect(of.text).toContain('href="/')
    expect((await get(questions, '/questions')).text.match(/<li>/g)?.length).toBeGreaterThan(40)
  })

  it('can be edited and published like any other', async () => {
    const [article] = articles as [Article]
    const admin = await account(payload, 'admin')
    await save(payload, admin, article.id, { summary: 'Said anew.' })
    expect(await rowOf(payload, article.id)).toMatchObject({ state: 'draft', live: true })
    await publishByForce(payload, article.id)
    const { text } = await get(anyAddress, article.path ?? '')
    expect(text).toContain('Said anew.')
    expect(await recordOf(payload, article.id)).toHaveLength(2)
  })
})

/** What listed_questions should hold, beside what it holds: the rows that differ. */
const DIFFERENCE = sql`
  with wanted as (
    select item.id, category.name, item.question from faq_items item
    left join faq_homes home on home.item_id = item.id
    left join articles article on article.id = home.article_id
      and article._status = 'published' and article.deleted_at is null
    left join categories category on category.id = article.category_id
    where item._status = 'published' and item.deleted_at is null)
  (table wanted except select item_id, category, question from listed_questions)
  union all (select item_id, category, question from listed_questions except table wanted)`

describe('the list of all questions', () => {
  const differences = async () =>
    (await (payload.db as unknown as PostgresAdapter).drizzle.execute(DIFFERENCE)).rows

  it('follows categories that are renamed, articles that move or are withdrawn, and questions that change', async () => {
    expect(await differences()).toEqual([])
    const [first, second, third] = articles.slice(3) as [Article, Article, Article]
    const [category = 0, other = 0] = pattern.categories
    await payload.update({ collection: 'categories', id: category, data: { name: 'Another name' } })
    expect(await differences()).toEqual([])
    const admin = await account(payload, 'admin')
    await save(payload, admin, first.id, { category: other })
    await publishByForce(payload, first.id)
    expect(await differences()).toEqual([])
    await withdrawByForce(payload, second.id)
    expect(await differences()).toEqual([])
    const [item] = (third.faqItems ?? []) as FaqItem[]
    await save(payload, admin, item?.id ?? 0, { question: 'Is it another one?' }, 'faq-items')
    await publishByForce(payload, item?.id ?? 0, 'faq-items')
    expect(await differences()).toEqual([])
  })
})
