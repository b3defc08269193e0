// The article's page as a document.
import { describe, expect, it } from 'vitest'
import type { Article } from '@/domain/articles/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { documentIssues } from '../../../../tools/siteChecker/pageRules/documentIssues'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
  type HtmlElement,
} from '../../../../tools/siteChecker/page/html'
import { aFaqItem, anArticle, anAuthor, anImage, aSite } from '../../../fixtures/makers'
import { graphOf, nodesOfType } from '../../../../tools/siteChecker/page/graph'
import { aRichArticle } from '../../../fixtures/richArticle'
import { faqBlock, heading, paragraph, richText } from '../../../fixtures/richText'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const render = (article: Article, site = frame.site): Promise<string> =>
  renderArticlePage({ ...frame, site, article })

const pageOf = async (article: Article): Promise<HtmlElement> => readHtml(await render(article))

describe('the document', () => {
  it.each([
    ['uses everything', aRichArticle()],
    ['has only a paragraph', anArticle()],
    [
      'begins with a sub-heading',
      anArticle({ body: richText(heading('h3', 'a'), paragraph('b')) }),
    ],
    [
      'has headings that collide with the page’s own ids',
      anArticle({
        body: richText(
          heading('h2', 'Content'),
          heading('h2', 'Sources'),
          heading('h2', 'FAQ how often'),
          faqBlock([1]),
        ),
        faqItems: [aFaqItem()],
        sources: [{ title: 'A' }],
      }),
    ],
    [
      'shows a question twice',
      anArticle({ body: richText(faqBlock([1]), faqBlock([1])), faqItems: [aFaqItem()] }),
    ],
  ])('is sound when the article %s', async (_what, article) => {
    expect(documentIssues(await render(article))).toEqual([])
  })

  it('has no script but its structured data', async () => {
    const scripts = findAll(await pageOf(aRichArticle()), 'script')
    expect(scripts.map(({ attributes }) => attributes)).toEqual([{ type: 'application/ld+json' }])
  })

  it('is small', async () => {
    expect((await render(aRichArticle())).length).toBeLessThan(20_000)
  })
})

describe('the byline', () => {
  it('links each author and shows credentials and both dates', async () => {
    const byline = findOne(await pageOf(aRichArticle()), '.byline')
    expect(readElementText(byline)).toBe(
      'By Mara Lind, Physiotherapist, MSc and Dr Osei Amoah, MD ' +
        'Published 1 April 2026 Updated 5 May 2026 1 min read',
    )
    expect(findAll(byline, 'a').map(({ attributes }) => attributes.href)).toEqual([
      '/author/mara-lind',
      '/author/osei-amoah',
    ])
    expect(findAll(byline, 'time').map(({ attributes }) => attributes.datetime)).toEqual([
      '2026-04-01T06:30:00.000Z',
      '2026-05-05T09:15:00.000Z',
    ])
  })

  it('is the organisation’s when nobody is named', async () => {
    const byline = findOne(await pageOf(anArticle({ authors: [] })), '.byline')
    expect(readElementText(byline)).toMatch(
      /^By Backstory Press Published 2 March 2026 1 min read$/,
    )
    expect(findOne(byline, 'a').attributes.href).toBe('/about')
  })

  it('separates three authors clearly', async () => {
    const authors = ['A', 'B', 'C'].map((name, id) =>
      anAuthor({ id, name, slug: name, credentials: 'MD' }),
    )
    expect(readElementText(findOne(await pageOf(anArticle({ authors })), '.byline'))).toMatch(
      /^By A, MD; B, MD and C, MD /,
    )
  })

  it('shows the same day to every reader, wherever they are', async () => {
    const article = anArticle({
      publishedAt: '2026-03-02T23:59:00.000Z',
      modifiedAt: '2026-03-03T00:01:00.000Z',
    })
    expect(readElementText(findOne(await pageOf(article), '.byline'))).toContain(
      '2 March 2026 Updated 3 March',
    )
  })
})

describe('the summary', () => {
  it('stands under the title, unless the text begins with it', async () => {
    const body = richText(paragraph('Knees are patient. They wait.'))
    const standfirsts = async (summary: string) =>
      findAll(await pageOf(anArticle({ summary, body })), '.standfirst').map(readElementText)
    expect(await standfirsts('About knees.')).toEqual(['About knees.'])
    expect(await standfirsts('Knees are patient.')).toEqual([])
  })
})

describe('the table of contents', () => {
  it('lists the headings of a long article, nested, and leads to them', async () => {
    const page = await pageOf(aRichArticle())
    const contents = findOne(page, '.page-menu')
    expect(readElementText(contents)).toBe(
      'In this article What makes a neck stiff? A long reach Looking up ' +
        'What can you do? Raise the bar People Also Ask Final words',
    )
    const sections = findAll(findOne(page, '.body'), 'h2').map(
      ({ attributes }) => `#${attributes.id}`,
    )
    expect(sections).toEqual([
      ...findAll(contents, 'a')
        .map(({ attributes }) => attributes.href)
        .filter((_href, index) => [0, 3, 5, 6].includes(index)),
      '#sources',
    ])
    expect(findOne(contents, 'details').attributes).toHaveProperty('open')
  })

  it('is left out of a short one, and does not count sections that are not shown', async () => {
    const three = [heading('h2', 'a'), heading('h2', 'b'), heading('h2', 'c')]
    const hidden = anArticle({ body: richText(...three, faqBlock([9])) })
    expect(findAll(await pageOf(hidden), '.page-menu')).toEqual([])
    const four = anArticle({ body: richText(...three, heading('h2', 'd')) })
    expect(findAll(await pageOf(four), '.page-menu')).toHaveLength(1)
  })
})

describe('after the text', () => {
  it('come the sources', async () => {
    expect(
      findAll(findOne(await pageOf(aRichArticle()), '.sources'), 'li').map(readElementText),
    ).toEqual([
      'Neck pain in recreational cyclists. Journal of Saddles, 2021. Read on 30 March 2026.',
      'Handbook of bicycle fitting.',
    ])
    expect(findAll(await pageOf(anArticle()), '.sources')).toEqual([])
  })

  it('comes who reviewed it and when, as in the markup', async () => {
    const review = async (changes: Partial<Article>) => {
      const page = await pageOf(anArticle(changes))
      const [node] = nodesOfType(graphOf(page), 'WebPage')
      return [
        findAll(page, '.review').map(readElementText),
        'reviewedBy' in (node ?? {}),
        node?.lastReviewed,
      ]
    }
    const reviewer = anAuthor({ name: 'Dr Roth', credentials: undefined })
    expect(await review({})).toEqual([[], false, undefined])
    expect(await review({ reviewer })).toEqual([['Reviewed by Dr Roth.'], true, undefined])
    expect(await review({ lastReviewed: '2026-05-04' })).toEqual([
      ['Last reviewed on 4 May 2026.'],
      false,
      '2026-05-04',
    ])
    expect(
      await review({
        reviewer: { ...reviewer, credentials: 'MD' },
        lastReviewed: '2026-05-04',
        nextReview: '2027-05-04',
      }),
    ).toEqual([
      ['Last reviewed by Dr Roth, MD, on 4 May 2026. Next review due 4 May 2027.'],
      true,
      '2026-05-04',
    ])
  })
})

describe('pictures', () => {
  it('have words, a size and a choice of files; only the first is fetched at once', async () => {
    const [first, second] = findAll(await pageOf(aRichArticle()), 'img')
    expect(first?.attributes).toMatchObject({
      alt: 'A cyclist seen from behind on a country road',
      width: '1600',
      height: '900',
      srcset: '/media/road-800.jpg 800w, /media/road.jpg 1600w',
      fetchpriority: 'high',
    })
    expect(first?.attributes).not.toHaveProperty('loading')
    expect(second?.attributes).toMatchObject({ alt: 'A stem with four bolts', loading: 'lazy' })
  })

  it('are left out when their address is unsafe', async () => {
    const article = anArticle({ heroImage: anImage({ url: '//evil.example/a.jpg' }) })
    expect(findAll(await pageOf(article), 'img')).toEqual([])
  })
})
