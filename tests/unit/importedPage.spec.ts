// From a typed source to the words on the page: nothing is added, nothing is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FaqItem, ReadAlsoLink } from '@/domain/articles/article'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import type { ParseResult } from '@/domain/textImport/importedArticle'
import { parseArticle } from '@/domain/textImport/parse'
import { answerToRichText, toRichText } from '@/domain/textImport/article/toRichText'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findAll, descendants, readHtml, type HtmlElement } from '../../tools/siteChecker/page/html'
import { anArticle, aSite } from '../fixtures/makers'
import { anyModel, anyTyping, typed } from './domain/textImport/typedArticle'

/** Stores what was parsed as the importer does, with numbers for ids, and renders it as readers get it. */
async function render({ article }: ParseResult): Promise<HtmlElement> {
  const faqItems: FaqItem[] = []
  const readAlsoLinks: ReadAlsoLink[] = []
  const path = '/imported'
  for (const block of article.blocks) {
    if (block.type === 'faqSection')
      for (const { question, answer } of block.items) {
        const id = faqItems.length + 1
        const home = { path, title: 'Imported' }
        faqItems.push({ id, question, answer: answerToRichText(answer), anchor: `q${id}`, home })
      }
    if (block.type === 'readAlso') {
      const { title, url = 'https://example.org/somewhere' } = block
      const id = readAlsoLinks.length + 1
      readAlsoLinks.push({ id, kind: 'external', title, url, relation: 'editorial' })
    }
  }
  let nextLink = 1
  const body = toRichText(article.blocks, {
    faqItem: (question) => faqItems.find((item) => item.question === question)?.id ?? 0,
    readAlsoLink: () => nextLink++,
  })
  const page = {
    ...anArticle({ path, body, faqItems, readAlsoLinks }),
    summary: 'Not in the body.',
  }
  return readHtml(await renderArticlePage({ site: aSite(), stylesheet: '/a.css', article: page }))
}

const letters = (text: string) => text.replace(/\s+/g, '')

/** What the page adds to the text: labels, link signs, the contents, and what follows. */
const ADDED = new Set(['label', 'permalink', 'page-menu', 'review', 'corrections', 'sources'])

/** The words of the body as a reader sees them, without what the page adds. */
function visibleBody(page: HtmlElement): string {
  const [body] = findAll(page, 'div').filter(({ attributes }) => attributes.class === 'body')
  const added = new Set(
    descendants(body!).filter(({ attributes }) => ADDED.has(attributes.class ?? '')),
  )
  const words = (element: HtmlElement): string =>
    element.children
      .map((child) => (typeof child === 'string' ? child : added.has(child) ? '' : words(child)))
      .join(' ')
  return letters(words(body!))
}

/** What the receipt says went into the body, cut from the source itself. */
const receivedBody = (source: string, { receipt }: ParseResult): string =>
  letters(
    receipt
      .map((entry) =>
        'into' in entry && /^blocks\//.test(entry.into) && !entry.into.endsWith('/url')
          ? source.slice(entry.start, entry.end)
          : '',
      )
      .join(''),
  )

describe('an imported article', () => {
  it('shows every character that the receipt promises, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyModel, anyTyping, async (model, typing) => {
        const source = typed(model, typing)
        const result = parseArticle(source)
        expect(checkReceipt(source, result)).toEqual([])
        const page = await render(result)
        expect(visibleBody(page)).toBe(receivedBody(source, result))
        expect(visibleBody(page)).not.toBe('')
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
