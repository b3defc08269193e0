// The pages beside the article's: what each shows, and that each is a sound document.
import { describe, expect, it } from 'vitest'
import { renderAboutPage } from '@/site/pages/AboutPage'
import { renderAuthorPage } from '@/site/lists/terms/AuthorPage'
import { renderErrorPage } from '@/site/page/ErrorPage'
import { renderNotFoundPage } from '@/site/page/NotFoundPage'
import { renderHomePage } from '@/site/lists/home/HomePage'
import { renderTermPage } from '@/site/lists/terms/TermPage'
import { documentIssues } from '../../../tools/siteChecker/pageRules/documentIssues'
import { findAll, findOne, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { anArticleSummary, anAuthor, anImage, aTerm, aSite } from '../../fixtures/makers'
import { graphOf, nodesOfType } from '../../../tools/siteChecker/page/graph'
import { parityIssues } from '../../../tools/siteChecker/pageRules/parity'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const articles = [1, 2, 3].map((id) =>
  anArticleSummary({ id, title: `Article ${id}`, path: `/article-${id}` }),
)
const whole = { number: 1, more: false }
const author = anAuthor({ jobTitle: 'Writer', description: 'Writes.' })

const PAGES: [string, () => Promise<string>][] = [
  ['home', () => renderHomePage({ ...frame, articles, categories: [{ term: aTerm(), articles }] })],
  ['empty home', () => renderHomePage({ ...frame, articles: [], categories: [] })],
  ['shelf', () => renderTermPage({ ...whole, ...frame, kind: 'topic', term: aTerm(), articles })],
  [
    'empty shelf',
    () => renderTermPage({ ...whole, ...frame, kind: 'topic', term: aTerm(), articles: [] }),
  ],
  ['author', () => renderAuthorPage({ ...whole, ...frame, author, articles })],
  ['about', () => renderAboutPage(frame)],
  ['not found', () => renderNotFoundPage({ ...frame, articles })],
  ['withdrawn', () => renderNotFoundPage({ ...frame, articles: [], reason: 'withdrawn' })],
  ['error', () => renderErrorPage({ siteName: 'Backstory' })],
  ['error of the panel', () => renderErrorPage({ siteName: 'Backstory', whom: 'editors' })],
  [
    'second part of a shelf',
    () =>
      renderTermPage({
        ...frame,
        kind: 'category',
        term: aTerm(),
        articles,
        number: 2,
        more: true,
      }),
  ],
]

const hrefs = (html: string): (string | undefined)[] =>
  findAll(findOne(readHtml(html), 'main'), 'a').map(({ attributes }) => attributes.href)

describe.each(PAGES)('%s', (_name, render) => {
  it('is a sound document', async () => expect(documentIssues(await render())).toEqual([]))
})

describe('home', () => {
  const home = () =>
    renderHomePage({
      ...frame,
      articles,
      categories: [
        { term: aTerm(), articles: articles.slice(1) },
        { term: aTerm({ id: 2, slug: 'empty' }), articles: [] },
      ],
    })

  it('leads with the newest article, then lists the others, then the categories', async () => {
    expect(hrefs(await home())).toEqual([
      '/article-1',
      '/article-2',
      '/article-3',
      '/category/running',
      '/article-2',
      '/article-3',
    ])
  })

  it('has the site’s name as its heading and its title', async () => {
    const page = readHtml(await home())
    expect(readElementText(findOne(page, 'h1'))).toBe('Backstory')
    expect(findOne(page, 'title').children).toEqual(['Backstory'])
  })

  it('tells search engines about the site and who publishes it', async () => {
    const graph = graphOf(readHtml(await home()))
    expect(nodesOfType(graph, 'WebSite')).toHaveLength(1)
    expect(nodesOfType(graph, 'Organization')).toHaveLength(1)
  })
})

describe('shelves and authors', () => {
  it('show the trail that the markup says', async () => {
    for (const [name, render] of PAGES.filter(([page]) => /shelf|author|about/.test(page)))
      expect([name, parityIssues(await render())]).toEqual([name, []])
  })

  it('have parts with an address and a title each', async () => {
    const part = (number: number, more: boolean) =>
      renderTermPage({ ...frame, kind: 'topic', term: aTerm(), articles, number, more })
    const links = (html: string) => hrefs(html).filter((href) => href?.startsWith('/topic/running'))
    expect(await part(1, false)).not.toContain('aria-label="Pages"')
    expect(links(await part(1, true))).toEqual(['/topic/running?page=2'])
    expect(links(await part(2, true))).toEqual(['/topic/running', '/topic/running?page=3'])
    expect(links(await part(3, false))).toEqual(['/topic/running?page=2'])
    expect(await part(3, false)).toContain('<title>Running, page 3 – Backstory</title>')
  })

  it('have a profile of the person', async () => {
    const graph = graphOf(
      readHtml(await renderAuthorPage({ ...whole, ...frame, author, articles })),
    )
    const [profile] = nodesOfType(graph, 'ProfilePage')
    expect(profile?.mainEntity).toEqual({ '@id': nodesOfType(graph, 'Person')[0]?.['@id'] })
  })

  it('show the person’s face, the pages about them elsewhere and what they checked', async () => {
    const html = await renderAuthorPage({
      ...whole,
      ...frame,
      articles,
      author: { ...author, photo: anImage(), profiles: ['https://www.register.example/lind'] },
      reviewed: [{ id: 9, path: '/checked', title: 'Checked' }],
    })
    const page = readHtml(html)
    const profile = findOne(page, '.profile')
    expect(findOne(profile, 'img').attributes).toMatchObject({
      src: '/media/track.jpg',
      alt: 'A wet running track at dawn',
    })
    expect(readElementText(findOne(profile, '.profiles'))).toBe('Elsewhere: register.example')
    expect(hrefs(html)).toEqual([
      '/',
      'https://www.register.example/lind',
      '/article-1',
      '/article-2',
      '/article-3',
      '/checked',
    ])
    expect(documentIssues(html)).toEqual([])
    expect(parityIssues(html)).toEqual([])
    for (const marked of ['"sameAs":["https:', '"image":"https://backstory.example/media/track'])
      expect(parityIssues(html.replace(marked, `${marked}//x.example/`))).toHaveLength(1)
  })
})

describe('a page that is not there', () => {
  it('helps on: the newest articles and the home page', async () => {
    const html = await renderNotFoundPage({ ...frame, articles })
    expect(hrefs(html)).toEqual(['/questions', '/', '/article-1', '/article-2', '/article-3'])
  })

  it('has no address and no place in search engines', async () => {
    for (const render of [PAGES[6], PAGES[7], PAGES[8]]) {
      const html = (await render?.[1]()) ?? ''
      expect(html).toContain('content="noindex, follow"')
      expect(html).not.toMatch(/canonical|og:url|ld\+json/)
    }
  })

  it('says when it was withdrawn', async () => {
    const html = await renderNotFoundPage({ ...frame, articles: [], reason: 'withdrawn' })
    expect(readElementText(findOne(readHtml(html), 'h1'))).toBe('This page has been withdrawn')
  })
})

describe('menus', () => {
  it('mark the page being shown and leave out links that may not be followed', async () => {
    const navigation = {
      header: [
        { label: 'Running', url: '/category/running' },
        { label: 'Bad', url: 'javascript:alert(1)' },
      ],
      footer: [],
    }
    const html = await renderTermPage({
      ...whole,
      site: aSite({ navigation }),
      stylesheet: '/s',
      kind: 'category',
      term: aTerm(),
      articles,
    })
    const header = findOne(readHtml(html), 'header')
    expect(
      findAll(header, 'a').map(({ attributes }) => [attributes.href, attributes['aria-current']]),
    ).toEqual([
      ['/', undefined],
      ['/category/running', 'page'],
      ['/search', undefined],
    ])
  })

  it('are left out when they are empty', async () => {
    const site = aSite({ navigation: { header: [], footer: [] } })
    const navs = findAll(readHtml(await renderAboutPage({ ...frame, site })), 'nav')
    expect(navs.map(({ attributes }) => attributes['aria-label'])).toEqual(['Breadcrumb', 'Footer'])
  })

  it('in the footer end with what the site has of itself', async () => {
    const footer = findOne(readHtml(await renderAboutPage(frame)), 'footer')
    expect(findAll(footer, 'a').map(({ attributes }) => attributes.href)).toEqual([
      '/about',
      '/about',
      '/questions',
      '/feed.xml',
    ])
  })
})

describe('the icon of a page', () => {
  const iconsOf = async (logo?: ReturnType<typeof anImage>) => {
    const site = aSite({ organization: { ...frame.site.organization, logo } })
    const page = readHtml(await renderAboutPage({ ...frame, site }))
    return findAll(page, 'link')
      .filter(({ attributes }) => attributes.rel === 'icon')
      .map(({ attributes: { sizes, href } }) => `${sizes} ${href}`)
  }

  it('is the logo where that is a square, else the site’s own', async () => {
    const square = anImage({ url: '/media/sign.png', width: 480, height: 480, sizes: [] })
    expect(await iconsOf(square)).toEqual(['480x480 /media/sign.png'])
    for (const other of [undefined, anImage({ width: 800, height: 200, sizes: [] })])
      expect(await iconsOf(other)).toEqual([
        expect.stringMatching(/^96x96 \/assets\/icon-[0-9a-f]{16}\.png$/),
        expect.stringMatching(/^any \/assets\/icon-[0-9a-f]{16}\.svg$/),
      ])
  })
})
