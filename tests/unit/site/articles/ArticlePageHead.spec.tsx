// The head of an article’s page: what search engines and those who share its address get.
import { describe, expect, it } from 'vitest'
import type { Article, Site } from '@/domain/articles/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
  type HtmlElement,
} from '../../../../tools/siteChecker/page/html'
import { anArticle, anImage, aSite } from '../../../fixtures/makers'
import { aRichArticle } from '../../../fixtures/richArticle'
import { paragraph, richText, upload } from '../../../fixtures/richText'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const render = (article: Article, site = frame.site): Promise<string> =>
  renderArticlePage({ ...frame, site, article })

const pageOf = async (article: Article): Promise<HtmlElement> => readHtml(await render(article))

const meta = (page: HtmlElement, name: string): (string | undefined)[] =>
  findAll(page, 'meta')
    .filter(({ attributes }) => attributes.name === name || attributes.property === name)
    .map(({ attributes }) => attributes.content)

describe('the head', () => {
  it('has one absolute canonical address of its own', async () => {
    const head = findOne(await pageOf(aRichArticle()), 'head')
    const canonical = findAll(head, 'link').filter(
      ({ attributes }) => attributes.rel === 'canonical',
    )
    expect(canonical.map(({ attributes }) => attributes.href)).toEqual([
      'https://backstory.example/stiff-neck-after-cycling',
    ])
    expect(meta(head, 'og:url')).toEqual(['https://backstory.example/stiff-neck-after-cycling'])
  })

  it('prefers what the editor wrote for search engines', async () => {
    const page = await pageOf(anArticle({ seoTitle: 'For engines', seoDescription: 'And this.' }))
    expect(findOne(page, 'title').children).toEqual(['For engines'])
    expect(meta(page, 'description')).toEqual(['And this.'])
    expect(readElementText(findOne(page, 'h1'))).toBe('Sore knees')
  })

  it('says the title and the site otherwise', async () => {
    expect(findOne(await pageOf(anArticle()), 'title').children).toEqual(['Sore knees – Backstory'])
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
            url: '/media/logo.webp',
            width: 300,
            height: 300,
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
