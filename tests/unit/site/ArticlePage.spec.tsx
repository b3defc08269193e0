// The article's page as a document.
import { describe, expect, it } from 'vitest'
import type { Article, Site } from '@/domain/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { documentIssues } from '@/commands/checkSite/documentIssues'
import { all, one, readHtml, textOf, type HtmlElement } from '@/commands/checkSite/html'
import { aFaqItem, anArticle, anAuthor, anImage, aSite } from '../../fixtures/makers'
import { graphOf, nodesOfType } from '@/commands/checkSite/graph'
import { aRichArticle } from '../../fixtures/richArticle'
import { faqBlock, heading, paragraph, richText, upload } from '../../fixtures/richText'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const render = (article: Article, site = frame.site): Promise<string> =>
  renderArticlePage({ ...frame, site, article })

const pageOf = async (article: Article): Promise<HtmlElement> => readHtml(await render(article))

const meta = (page: HtmlElement, name: string): (string | undefined)[] =>
  all(page, 'meta')
    .filter(({ attributes }) => attributes.name === name || attributes.property === name)
    .map(({ attributes }) => attributes.content)

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
    const scripts = all(await pageOf(aRichArticle()), 'script')
    expect(scripts.map(({ attributes }) => attributes)).toEqual([{ type: 'application/ld+json' }])
  })

  it('is small', async () => {
    expect((await render(aRichArticle())).length).toBeLessThan(20_000)
  })
})

describe('the head', () => {
  it('has one absolute canonical address of its own', async () => {
    const head = one(await pageOf(aRichArticle()), 'head')
    const canonical = all(head, 'link').filter(({ attributes }) => attributes.rel === 'canonical')
    expect(canonical.map(({ attributes }) => attributes.href)).toEqual([
      'https://backstory.example/stiff-neck-after-cycling',
    ])
    expect(meta(head, 'og:url')).toEqual(['https://backstory.example/stiff-neck-after-cycling'])
  })

  it('prefers what the editor wrote for search engines', async () => {
    const page = await pageOf(anArticle({ seoTitle: 'For engines', seoDescription: 'And this.' }))
    expect(one(page, 'title').children).toEqual(['For engines'])
    expect(meta(page, 'description')).toEqual(['And this.'])
    expect(textOf(one(page, 'h1'))).toBe('Sore knees')
  })

  it('says the title and the site otherwise', async () => {
    expect(one(await pageOf(anArticle()), 'title').children).toEqual(['Sore knees – Backstory'])
  })

  it('keeps the page out of search engines when told to', async () => {
    expect(meta(await pageOf(anArticle({ index: false })), 'robots')).toEqual(['noindex, follow'])
    expect(meta(await pageOf(anArticle()), 'robots')[0]).toMatch(/^index, follow/)
  })

  it('shows the picture to those who share the page, when there is one', async () => {
    const page = await pageOf(aRichArticle())
    expect(meta(page, 'og:image')).toEqual(['https://backstory.example/media/road.jpg'])
    expect(meta(page, 'og:image:width')).toEqual(['1600'])
    expect(meta(page, 'twitter:card')).toEqual(['summary_large_image'])
    const plain = await pageOf(anArticle())
    expect(meta(plain, 'og:image')[0]).toMatch(/\.png$/)
    expect(meta(plain, 'twitter:card')).toEqual(['summary'])
  })

  it.each<[what: string, Partial<Article>, Partial<Site>, url: string, card: string]>([
    [
      'its first picture where none stands above it',
      {
        body: richText(paragraph('Text.'), upload(4), upload(5)),
        images: [
          { ...anImage({ url: '/media/five.jpg' }), id: 5 },
          { ...anImage({ url: '/media/four.jpg' }), id: 4 },
        ],
      },
      {},
      '/media/four.jpg',
      'summary_large_image',
    ],
    [
      'the picture of the site where it has none',
      {},
      { shareImage: anImage({ url: '/media/site.png' }) },
      '/media/site.png',
      'summary_large_image',
    ],
    [
      'the picture of the site where its own is too small to be shown',
      { heroImage: anImage({ url: '/media/tiny.png', width: 64, height: 64 }) },
      { shareImage: anImage({ url: '/media/site.png' }) },
      '/media/site.png',
      'summary_large_image',
    ],
    [
      'the copy of a logo that is no WebP, as a small card',
      {},
      {
        organization: {
          ...aSite().organization,
          logo: anImage({
            ...{ url: '/media/logo.webp', width: 300, height: 300 },
            share: { url: '/media/logo-300x300.png', width: 300, height: 300 },
          }),
        },
      },
      '/media/logo-300x300.png',
      'summary',
    ],
  ])('is shared with %s', async (_what, article, site, url, card) => {
    const page = readHtml(await render(anArticle(article), aSite(site)))
    expect(meta(page, 'og:image')).toEqual([`https://backstory.example${url}`])
    expect(meta(page, 'og:image:type')).toEqual([/png$/.test(url) ? 'image/png' : 'image/jpeg'])
    expect(meta(page, 'twitter:card')).toEqual([card])
  })

  it('shows the copy that was made for sharing, where there is one', async () => {
    const share = { url: '/media/track-1200x630.jpg', width: 1200, height: 630 }
    const page = await pageOf(anArticle({ heroImage: anImage({ share }) }))
    expect(meta(page, 'og:image')).toEqual(['https://backstory.example/media/track-1200x630.jpg'])
    expect(meta(page, 'og:image:height')).toEqual(['630'])
  })

  it('has an Open Graph locale only for a language with a region', async () => {
    const locale = async (language: string) =>
      meta(readHtml(await render(anArticle(), aSite({ language }))), 'og:locale')
    expect(await locale('en-GB')).toEqual(['en_GB'])
    expect(await locale('en')).toEqual([])
  })
})

describe('the byline', () => {
  it('links each author and shows credentials and both dates', async () => {
    const byline = one(await pageOf(aRichArticle()), '.byline')
    expect(textOf(byline)).toBe(
      'By Mara Lind, Physiotherapist, MSc and Dr Osei Amoah, MD ' +
        'Published 1 April 2026 Updated 5 May 2026 1 min read',
    )
    expect(all(byline, 'a').map(({ attributes }) => attributes.href)).toEqual([
      '/author/mara-lind',
      '/author/osei-amoah',
    ])
    expect(all(byline, 'time').map(({ attributes }) => attributes.datetime)).toEqual([
      '2026-04-01T06:30:00.000Z',
      '2026-05-05T09:15:00.000Z',
    ])
  })

  it('is the organisation’s when nobody is named', async () => {
    const byline = one(await pageOf(anArticle({ authors: [] })), '.byline')
    expect(textOf(byline)).toMatch(/^By Backstory Press Published 2 March 2026 1 min read$/)
    expect(one(byline, 'a').attributes.href).toBe('/about')
  })

  it('separates three authors clearly', async () => {
    const authors = ['A', 'B', 'C'].map((name, id) =>
      anAuthor({ id, name, slug: name, credentials: 'MD' }),
    )
    expect(textOf(one(await pageOf(anArticle({ authors })), '.byline'))).toMatch(
      /^By A, MD; B, MD and C, MD /,
    )
  })

  it('shows the same day to every reader, wherever they are', async () => {
    const article = anArticle({
      publishedAt: '2026-03-02T23:59:00.000Z',
      modifiedAt: '2026-03-03T00:01:00.000Z',
    })
    expect(textOf(one(await pageOf(article), '.byline'))).toContain('2 March 2026 Updated 3 March')
  })
})

describe('the summary', () => {
  it('stands under the title, unless the text begins with it', async () => {
    const body = richText(paragraph('Knees are patient. They wait.'))
    const standfirsts = async (summary: string) =>
      all(await pageOf(anArticle({ summary, body })), '.standfirst').map(textOf)
    expect(await standfirsts('About knees.')).toEqual(['About knees.'])
    expect(await standfirsts('Knees are patient.')).toEqual([])
  })
})

describe('the table of contents', () => {
  it('lists the headings of a long article, nested, and leads to them', async () => {
    const page = await pageOf(aRichArticle())
    const contents = one(page, '.page-menu')
    expect(textOf(contents)).toBe(
      'In this article What makes a neck stiff? A long reach Looking up ' +
        'What can you do? Raise the bar People Also Ask Final words',
    )
    const sections = all(one(page, '.body'), 'h2').map(({ attributes }) => `#${attributes.id}`)
    expect(sections).toEqual([
      ...all(contents, 'a')
        .map(({ attributes }) => attributes.href)
        .filter((_href, index) => [0, 3, 5, 6].includes(index)),
      '#sources',
    ])
    expect(one(contents, 'details').attributes).toHaveProperty('open')
  })

  it('is left out of a short one, and does not count sections that are not shown', async () => {
    const three = [heading('h2', 'a'), heading('h2', 'b'), heading('h2', 'c')]
    const hidden = anArticle({ body: richText(...three, faqBlock([9])) })
    expect(all(await pageOf(hidden), '.page-menu')).toEqual([])
    const four = anArticle({ body: richText(...three, heading('h2', 'd')) })
    expect(all(await pageOf(four), '.page-menu')).toHaveLength(1)
  })
})

describe('after the text', () => {
  it('come the sources', async () => {
    expect(all(one(await pageOf(aRichArticle()), '.sources'), 'li').map(textOf)).toEqual([
      'Neck pain in recreational cyclists. Journal of Saddles, 2021. Read on 30 March 2026.',
      'Handbook of bicycle fitting.',
    ])
    expect(all(await pageOf(anArticle()), '.sources')).toEqual([])
  })

  it('comes who reviewed it and when, as in the markup', async () => {
    const review = async (changes: Partial<Article>) => {
      const page = await pageOf(anArticle(changes))
      const [node] = nodesOfType(graphOf(page), 'WebPage')
      return [all(page, '.review').map(textOf), 'reviewedBy' in (node ?? {}), node?.lastReviewed]
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
    const [first, second] = all(await pageOf(aRichArticle()), 'img')
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
    expect(all(await pageOf(article), 'img')).toEqual([])
  })
})
