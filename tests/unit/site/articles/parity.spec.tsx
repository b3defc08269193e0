// The structured data of a page says exactly what its reader sees.
import { describe, expect, it } from 'vitest'
import type { Article } from '@/domain/articles/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
} from '../../../../tools/siteChecker/page/html'
import { aFaqItem, anArticle, anAuthor, aTerm, aSite } from '../../../fixtures/makers'
import { graphOf, nodesOfType } from '../../../../tools/siteChecker/page/graph'
import { parityIssues } from '../../../../tools/siteChecker/pageRules/parity'
import { aRichArticle } from '../../../fixtures/richArticle'
import { faqBlock, heading, paragraph, richText } from '../../../fixtures/richText'

const render = (article: Article, site = aSite()): Promise<string> =>
  renderArticlePage({ site, stylesheet: '/assets/site.css', article })

const HOSTILE = [
  '</script><script>alert(1)//',
  '<!-- <script>',
  'a\u2028b\u2029c',
  `"double" 'single' &amp; \\backslash\\`,
  '👩🏽‍⚕️ & 🦴',
  '{"@type":"Thing"}',
  ']]><b onclick="x">',
]

/** The same words in every place that a writer fills in. */
const written = (words: string): Article =>
  anArticle({
    title: words,
    summary: words,
    seoTitle: words,
    seoDescription: words,
    authors: [anAuthor({ name: words, credentials: words })],
    reviewer: anAuthor({ id: 2, slug: 'reviewer', name: words, credentials: words }),
    lastReviewed: '2026-01-02',
    category: aTerm({ name: words }),
    topics: [aTerm({ name: words })],
    body: richText(paragraph(words), heading('h2', words), paragraph(words), faqBlock([1], words)),
    faqItems: [aFaqItem({ question: words, answer: richText(paragraph(words), paragraph(words)) })],
    sources: [{ title: words, publisher: words }],
  })

describe('parity of markup and page', () => {
  it('holds for an article that uses everything', async () => {
    expect(parityIssues(await render(aRichArticle()))).toEqual([])
  })

  it('marks up the items at home here, in page order, and no other', async () => {
    const page = readHtml(await render(aRichArticle()))
    const names = nodesOfType(graphOf(page), 'Question').map((question) => question.name)
    expect(names).toEqual([
      'Why does my neck ache after a long ride?',
      'Can a helmet cause neck pain?',
    ])
    expect(findAll(page, '.question').map((item) => readElementText(findOne(item, 'h3')))).toEqual([
      ...names,
      'Is it safe to ride with a stiff neck?',
    ])
  })

  it('holds without authors, reviewer, category and sources', async () => {
    const html = await render(anArticle({ authors: [] }))
    expect(parityIssues(html)).toEqual([])
    expect(html).not.toMatch(/reviewedBy|lastReviewed|Reviewed|FAQPage|"Question"|citation/)
  })

  it.each(HOSTILE)('holds when every text is %j, and the page keeps its shape', async (words) => {
    const site = aSite({ name: words, description: words })
    const html = await render(written(words), {
      ...site,
      organization: { ...site.organization, name: words, description: words },
    })
    const plain = readHtml(await render(written('plain words')))
    expect(parityIssues(html)).toEqual([])
    const page = readHtml(html)
    expect(readElementText(findOne(page, 'h1'))).toBe(words.replace(/\s+/g, ' '))
    expect(findAll(page, 'script')).toHaveLength(1)
    expect(findAll(page, '').map(({ tag }) => tag)).toEqual(
      findAll(plain, '').map(({ tag }) => tag),
    )
  })
})

describe('a page that was changed in one place only', () => {
  const MUTATIONS: [string, (html: string) => string][] = [
    [
      'a character of an answer, on the page',
      (html) => html.replace('never get a rest</strong>', 'never get a rust</strong>'),
    ],
    [
      'a character of an answer, in the markup',
      (html) => html.replace('never get a rest\\u003c', 'never get a rust\\u003c'),
    ],
    [
      'a question, in the markup',
      (html) => html.replace('"name":"Can a helmet', '"name":"Could a helmet'),
    ],
    [
      'a question hidden',
      (html) => html.replace('<section class="question">', '<section class="question" hidden>'),
    ],
    [
      'a question dropped',
      (html) =>
        html.replace(/<section class="question"><h3 id="faq-helmet">.*?<\/div><\/section>/, ''),
    ],
    [
      'a question doubled',
      (html) =>
        html.replace(/<section class="question"><h3 id="faq-helmet">.*?<\/div><\/section>/, '$&$&'),
    ],
    [
      'bold text no longer bold',
      (html) => html.replace(/<strong>(never get a rest)<\/strong>/, '$1'),
    ],
    ['the headline', (html) => html.replace('"headline":"Stiff', '"headline":"Stuff')],
    ['an author', (html) => html.replace('"name":"Mara Lind"', '"name":"Mara Lund"')],
    ['the date of change', (html) => html.replace('dateTime="2026-05-05', 'dateTime="2026-05-06')],
    ['the review', (html) => html.replace(/<p class="review">.*?<\/p>/, '')],
    ['the trail', (html) => html.replace('"position":2', '"position":3')],
    ['a source', (html) => html.replace('Handbook of bicycle fitting</cite>', 'Handbook</cite>')],
  ]

  it.each(MUTATIONS)('is found out: %s', async (_what, mutate) => {
    const html = await render(aRichArticle())
    expect(mutate(html)).not.toBe(html)
    expect(parityIssues(mutate(html))).not.toEqual([])
  })
})
