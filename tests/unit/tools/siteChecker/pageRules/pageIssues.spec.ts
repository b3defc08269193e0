// The page rules: sound pages pass, and a page changed in one place fails by the rule that is meant to see it.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  checkPage,
  PAGE_RULES,
  type Issue,
} from '../../../../../tools/siteChecker/pageRules/pageIssues'
import { renderAboutPage } from '@/site/pages/AboutPage'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { renderAuthorPage } from '@/site/lists/terms/AuthorPage'
import { renderNotFoundPage } from '@/site/page/NotFoundPage'
import { renderHomePage } from '@/site/lists/home/HomePage'
import { renderQuestionPage } from '@/site/questions/QuestionPage'
import { htmlResponse, type HtmlPage } from '@/site/page/respond'
import { renderTermPage } from '@/site/lists/terms/TermPage'
import {
  aFaqItem,
  anArticleSummary,
  anAuthor,
  anImage,
  aTerm,
  aSite,
} from '../../../../fixtures/makers'
import { DOCUMENT_MUTATIONS } from '../../../../fixtures/documentMutations'
import { MARKUP_MUTATIONS } from '../../../../fixtures/markupMutations'
import { aRichArticle } from '../../../../fixtures/richArticle'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const articles = [anArticleSummary()]
const list = { articles, number: 1, more: false }

/** As the site answers it, seen from the address that it has. */
function check(path: string, html: string, changes: Partial<HtmlPage> = {}): Issue[] {
  const url = frame.site.url + path
  const { headers } = htmlResponse(new Request(url), { status: 200, html, ...changes })
  return checkPage(url, html, headers).issues
}

const { path: PATH } = aRichArticle()
let html: string
beforeAll(async () => {
  const article = aRichArticle({ heroImage: anImage({ caption: 'The head leads.' }) })
  html = await renderArticlePage({ ...frame, article })
})

const MUTATIONS = [...DOCUMENT_MUTATIONS, ...MARKUP_MUTATIONS]

describe('a sound page', () => {
  const author = anAuthor({ jobTitle: 'Writer', description: 'Writes.' })
  const term = aTerm()
  const PAGES: [string, () => Promise<string>][] = [
    ['/', () => renderHomePage({ ...frame, articles, categories: [{ term, articles }] })],
    ['/category/running', () => renderTermPage({ ...frame, ...list, kind: 'category', term })],
    [
      '/category/running?page=2',
      () => renderTermPage({ ...frame, ...list, number: 2, kind: 'category', term }),
    ],
    ['/author/mara-lind', () => renderAuthorPage({ ...frame, ...list, author })],
    ['/about', () => renderAboutPage(frame)],
    [
      '/questions/how-often',
      () =>
        renderQuestionPage({ ...frame, item: aFaqItem({ home: undefined }), linkedArticles: [] }),
    ],
    ['/nowhere', () => renderNotFoundPage({ ...frame, articles })],
    [PATH, () => Promise.resolve(html)],
  ]

  it.each(PAGES)('passes: %s', async (path, render) =>
    expect(check(path, await render())).toEqual([]),
  )

  it('passes with an https header and without one where the site has none', () => {
    const headers = new Headers(
      htmlResponse(new Request('http://a.test/'), { status: 200, html }).headers,
    )
    expect(checkPage(frame.site.url + PATH, html, headers).issues).toEqual([
      expect.objectContaining({
        rule: 'headers',
        difference: 'Strict-Transport-Security: missing',
      }),
    ])
  })
})

describe('a page that was changed in one place', { timeout: 30_000 }, () => {
  it.each(MUTATIONS)('fails by the rule “%s”: %s', (rule, _what, change) => {
    const changed = change(html)
    expect(changed).not.toBe(html)
    expect(check(PATH, changed).map((issue) => issue.rule)).toContain(rule)
  })

  it.each([
    ['robots', 'a header against being listed, a page for it', { robots: 'noindex' }],
    ['headers', 'another type', { type: 'text/html' }],
    ['headers', 'scripts allowed', { framedBy: 'self' as const }],
    ['headers', 'the software named', { headers: { 'X-Powered-By': 'Next.js' } }],
    ['headers', 'types to be guessed', { headers: { 'X-Content-Type-Options': '' } }],
  ])('fails by the rule “%s”: %s', (rule, _what, changes) => {
    expect(check(PATH, html, changes).map((issue) => issue.rule)).toEqual([rule])
  })

  it('is named with its address and the difference', () => {
    const changed = html.replace('"headline":"Stiff', '"headline":"Stuff')
    expect(check(PATH, changed)).toEqual([
      {
        url: `https://backstory.example${PATH}`,
        rule: 'parity',
        difference:
          'headline: marked "Stuff neck after cycling", visible "Stiff neck after cycling"',
      },
    ])
  })
})

describe('a page about marks', () => {
  it('passes where they are code', () => {
    const changed = html.replace('<p>', '<p>Type <code>**bold**</code> for <kbd>&lt;b&gt;</kbd>. ')
    expect(check(PATH, changed)).toEqual([])
  })
})

describe('the rules', () => {
  it('are each seen to fail', () => {
    const seen = new Set(['headers', ...MUTATIONS.map(([rule]) => rule)])
    expect(Object.keys(PAGE_RULES).filter((rule) => !seen.has(rule))).toEqual([])
  })
})
