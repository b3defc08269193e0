// A word that is longer than the page is wide breaks, wherever it stands: no width scrolls sideways.
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { renderAuthorPage } from '@/site/lists/terms/AuthorPage'
import { renderNotFoundPage } from '@/site/page/NotFoundPage'
import { renderHomePage } from '@/site/lists/home/HomePage'
import { renderQuestionPage } from '@/site/questions/QuestionPage'
import { renderTermPage } from '@/site/lists/terms/TermPage'
import { siteStylesheet } from '@/site/assets/stylesheet'
import { aFaqItem, anArticleSummary, anAuthor, anImage, aTerm, aSite } from '../../fixtures/makers'
import { aRichArticle } from '../../fixtures/richArticle'
import { openBrowser } from '../../setup/browser'
import { sideways } from '../../setup/keyboard'

const frame = { site: aSite(), stylesheet: '/site.css' }
const articles = [1, 2, 3].map((id) =>
  anArticleSummary({ id, path: `/article-${id}`, category: aTerm(), image: anImage() }),
)
const list = { articles, number: 2, more: true }

const PAGES: [string, () => Promise<string>][] = [
  ['article', () => renderArticlePage({ ...frame, article: aRichArticle(), linkedFrom: articles })],
  ['home', () => renderHomePage({ ...frame, articles, categories: [{ term: aTerm(), articles }] })],
  ['category', () => renderTermPage({ ...frame, ...list, kind: 'category', term: aTerm() })],
  [
    'author',
    () => renderAuthorPage({ ...frame, ...list, author: anAuthor({ jobTitle: 'Writer' }) }),
  ],
  ['question', () => renderQuestionPage({ ...frame, item: aFaqItem(), linkedArticles: [] })],
  ['not found', () => renderNotFoundPage({ ...frame, articles })],
]

/** Every text on the page becomes one long word, in the browser, so that no place is forgotten. */
const LENGTHEN = `
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (walker.currentNode.data.trim()) walker.currentNode.data = 'Donaudampfschifffahrt'.repeat(12)`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

it.each(PAGES)('%s', async (_, render) => {
  const html = (await render()).replace(
    /<link rel="stylesheet"[^>]*>/,
    `<style>${siteStylesheet().css}</style>`,
  )
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.setContent(html)
  await page.evaluate(LENGTHEN)
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 640 })
    expect([width, await sideways(page)]).toEqual([width, []])
  }
  await page.close()
})
