// What browsers' reader modes show of an article: Mozilla's Readability, as Firefox has it, over the page in a browser.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import type { Article } from '@/domain/articles/article'
import { faqSections } from '@/domain/articles/faq/faqSections'
import { plainText } from '@/domain/text/plainText'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { aFaqItem, anArticle, anArticleSummary, anImage, aSite } from '../../fixtures/makers'
import { aRichArticle } from '../../fixtures/richArticle'
import { faqBlock, heading, paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'

const READABILITY = readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8')
const corrections = [{ date: '2026-05-01', text: 'An earlier version named three bolts.' }]
const elsewhere = { path: '/shoulders', title: 'Sore shoulders after a day at the desk' }

/** The more text there is, the surer a reader mode is that the rest is none of it. */
const long = anArticle({
  authors: [],
  heroImage: anImage({ url: '/media/long.jpg' }),
  corrections,
  lastReviewed: '2026-05-04',
  sources: [{ title: 'Handbook of long walks' }],
  faqItems: [1, 2].map((id) =>
    aFaqItem({
      id,
      question: `Does question ${id} belong to another page?`,
      anchor: `question-${id}`,
      answer: richText(paragraph(`Answer ${id} is short.`)),
      home: elsewhere,
    }),
  ),
  body: richText(
    ...Array.from({ length: 12 }, (_, part) => [
      heading('h2', `Part ${part}`),
      ...Array.from({ length: 4 }, () =>
        paragraph(
          'Walking, which costs nothing, is the exercise that most people keep up, year after year, and ',
          'the one that asks least of their knees, hips and backs.',
        ),
      ),
    ]).flat(),
    faqBlock([1, 2]),
  ),
})

const CASES: [string, Article][] = [
  ['a rich article', aRichArticle({ corrections })],
  ['a long one without a named author, with answers that are at home elsewhere', long],
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function readerMode(article: Article) {
  const page = await browser.newPage()
  const linkedFrom = [anArticleSummary({ id: 9, title: 'What leads here', path: '/leads-here' })]
  const frame = { site: aSite(), stylesheet: '/site.css' }
  await page.setContent(await renderArticlePage({ ...frame, article, linkedFrom }))
  const parse = '; new Readability(document.cloneNode(true)).parse()'
  const { title, byline, content } = (await page.evaluate(READABILITY + parse)) as {
    title: string
    byline: string
    content: string
  }
  await page.close()
  return {
    title,
    byline,
    content,
    text: readElementText(readHtml(content)).replaceAll(' (opens in new tab)', ''),
  }
}

describe.each(CASES)('%s', (_, article) => {
  let shown: Awaited<ReturnType<typeof readerMode>>
  beforeAll(async () => {
    shown = await readerMode(article)
  })

  it('has its title and its byline', () => {
    const names = article.authors.map(({ name }) => name).join(', ')
    expect([shown.title, shown.byline]).toEqual([article.title, names || 'Backstory Press'])
  })

  it('has its picture, every paragraph and every answer', () => {
    expect(shown.content).toContain(article.heroImage?.url)
    const items = faqSections(article).flatMap((section) => section.items)
    const texts = [article.body, ...items.map(({ answer }) => answer)].map(plainText)
    for (const piece of texts.flatMap((text) => text.split('\n').filter(Boolean)))
      expect(shown.text).toContain(piece.replace(/\s+/g, ' ').trim())
    for (const { question } of items) expect(shown.text).toContain(question)
  })

  it('has its review, corrections and sources', () => {
    expect(shown.text).toContain('4 May 2026')
    for (const { text } of article.corrections) expect(shown.text).toContain(text)
    for (const { title } of article.sources) expect(shown.text).toContain(title)
  })

  it('has no contents and nothing of what follows', () => {
    expect(shown.text).not.toMatch(/In this article|What leads here|Search/)
  })
})
