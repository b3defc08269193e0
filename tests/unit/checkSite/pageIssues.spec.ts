// The page rules: sound pages pass, and a page changed in one place fails by the rule that is meant to see it.
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPage, type Issue } from '@/commands/checkSite/pageIssues'
import { renderAboutPage } from '@/site/about/AboutPage'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { renderAuthorPage } from '@/site/authors/AuthorPage'
import { renderNotFoundPage } from '@/site/errors/NotFoundPage'
import { renderHomePage } from '@/site/home/HomePage'
import { renderQuestionPage } from '@/site/questions/QuestionPage'
import { htmlResponse, type HtmlPage } from '@/site/respond'
import { renderShelfPage } from '@/site/shelves/ShelfPage'
import { aFaqItem, anArticleSummary, anAuthor, anImage, aShelf, aSite } from '../../fixtures/makers'
import { aRichArticle } from '../../fixtures/richArticle'

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

describe('a sound page', () => {
  const author = anAuthor({ jobTitle: 'Writer', description: 'Writes.' })
  const shelf = aShelf()
  const PAGES: [string, () => Promise<string>][] = [
    ['/', () => renderHomePage({ ...frame, articles, categories: [{ shelf, articles }] })],
    ['/category/running', () => renderShelfPage({ ...frame, ...list, kind: 'category', shelf })],
    [
      '/category/running?page=2',
      () => renderShelfPage({ ...frame, ...list, number: 2, kind: 'category', shelf }),
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

type Change = (html: string) => string

/** Replaces exactly what is written, which must be there. */
const swap =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to)

const HELMET = /<div class="question"><h3 id="faq-helmet">.*?<\/div><\/div>/
const ELSEWHERE = {
  '@type': 'Question',
  '@id': 'https://backstory.example/stiff-neck#faq-safe-to-ride',
  url: 'https://backstory.example/stiff-neck#faq-safe-to-ride',
  name: 'Is it safe to ride with a stiff neck?',
  acceptedAnswer: { '@type': 'Answer', text: '\\u003cp>Yes.\\u003c/p>' },
}
const node = (value: object): Change =>
  swap('"@graph":[', `"@graph":[${JSON.stringify(value).replaceAll('\\\\', '\\')},`)
const CANONICAL =
  '<link rel="canonical" href="https://backstory.example/stiff-neck-after-cycling"/>'

const MUTATIONS: [rule: string, what: string, change: Change][] = [
  ['HTML', 'an element closed twice', swap('</h1>', '</h1></h1>')],
  ['HTML', 'an element never closed', swap('</main>', '')],
  [
    'HTML',
    'bold and its paragraph overlap',
    swap('never get a rest</strong>', 'never</p></strong>'),
  ],
  ['HTML', 'a bare ampersand', swap('<h1>', '<h1>R&D ')],
  ['HTML', 'an attribute twice', swap('<main id', '<main id="x" id')],
  ['HTML', 'data that is no JSON', swap('"@graph":[', '"@graph":[,')],
  [
    'HTML',
    'another vocabulary',
    swap('"@context":"https://schema.org"', '"@context":"https://x.org"'),
  ],
  [
    'HTML',
    'two scripts of data',
    (text) => text.replace(/<script type="application\/ld\+json">.*?<\/script>/, '$&$&'),
  ],
  [
    'HTML',
    'a comment around an answer',
    swap('<div class="answer">', '<!--<div class="answer">-->'),
  ],

  ['document', 'no language', swap(/<html lang="en">/, '<html lang="">')],
  ['document', 'no h1', (text) => text.replace(/<h1>(.*?)<\/h1>/, '<h2>$1</h2>')],
  ['document', 'two h1', swap(/<h1>.*?<\/h1>/, '$&$&')],
  [
    'document',
    'a skipped level',
    (text) => text.replace(/<h3 id="a-long-reach">(.*?)<\/h3>/, '<h4 id="a-long-reach">$1</h4>'),
  ],
  ['document', 'an id twice', swap('<h2 id="final-words">', '<h2 id="content">')],
  [
    'document',
    'a fragment that leads nowhere',
    swap('href="#a-long-reach"', 'href="#a-short-reach"'),
  ],
  ['document', 'no main', (text) => text.replace('<main ', '<div ').replace('</main>', '</div>')],
  ['document', 'two titles', swap(/<title>.*?<\/title>/, '$&$&')],
  ['document', 'no title', swap(/<title>.*?<\/title>/, '')],
  ['document', 'a javascript: link', swap('href="/desk"', 'href="javascript:alert(1)"')],
  ['document', 'a link without an address', swap('href="/desk"', 'href=""')],
  ['document', 'a link without a name', swap('>How to set up a desk</a>', '></a>')],
  ['document', 'a script', swap('</main>', '<script src="/a.js"></script></main>')],
  ['document', 'an event handler', swap('<h1>', '<h1 onclick="a()">')],
  ['document', 'a style in the page', swap('<h1>', '<h1 style="color:red">')],
  ['document', 'an image without alternative text', swap(' alt="A stem with four bolts"', '')],
  ['document', 'an image without a height', swap(' height="900"', '')],

  ['title', 'an empty title', swap(/<title>.*?<\/title>/, '<title></title>')],
  ['description', 'two descriptions', swap(/<meta name="description"[^>]*>/, '$&$&')],
  [
    'description',
    'an empty description',
    swap(/(<meta name="description" content=)"[^"]*"/, '$1""'),
  ],
  ['canonical', 'two canonicals', swap(CANONICAL, CANONICAL + CANONICAL)],
  ['canonical', 'no canonical', swap(CANONICAL, '')],
  [
    'canonical',
    'a canonical with a query',
    swap(CANONICAL, CANONICAL.replace('cycling"', 'cycling?a=b"')),
  ],
  [
    'canonical',
    'a canonical elsewhere',
    swap(CANONICAL, CANONICAL.replace('cycling"', 'running"')),
  ],
  ['canonical', 'another origin', swap(CANONICAL, CANONICAL.replace('.example', '.test'))],
  [
    'canonical',
    'a relative canonical',
    swap(CANONICAL, CANONICAL.replace('https://backstory.example', '')),
  ],
  [
    'head',
    'a canonical in the body',
    (text) => text.replace(CANONICAL, '').replace('<main ', `${CANONICAL}<main `),
  ],
  ['robots', 'no word about robots', swap(/<meta name="robots"[^>]*>/, '')],
  ['robots', 'two words about robots', swap(/<meta name="robots"[^>]*>/, '$&$&')],
  ['sharing', 'og:url of another page', swap('property="og:url" content="', '$&x')],
  ['sharing', 'no og:title', swap(/<meta property="og:title"[^>]*>/, '')],
  [
    'sharing',
    'a relative og:image',
    swap('property="og:image" content="https://backstory.example', 'property="og:image" content="'),
  ],
  ['size', 'too large for crawlers', swap('</main>', `<p>${'long '.repeat(400_000)}</p></main>`)],

  [
    'ids',
    'a reference to nothing',
    swap('"breadcrumb":{"@id":"https', '"breadcrumb":{"@id":"http'),
  ],
  [
    'ids',
    'a node twice',
    node({ '@type': 'Thing', '@id': 'https://backstory.example/#organization' }),
  ],
  ['ids', 'a node of another site', node({ '@type': 'Thing', '@id': 'https://backstory.test/#a' })],
  ['page node', 'no structured data', swap(/<script .*?<\/script>/, '')],
  [
    'page node',
    'two nodes for the page',
    node({ '@type': 'AboutPage', '@id': 'https://backstory.example/#a' }),
  ],
  [
    'page node',
    'the node of another page',
    swap(
      '"url":"https://backstory.example/stiff-neck-after-cycling","name"',
      '"url":"https://backstory.example/","name"',
    ),
  ],
  [
    'questions',
    'a question that asks nothing',
    (text) => text.replaceAll('Can a helmet cause neck pain?', 'A helmet'),
  ],
  ['questions', 'an answer without text', swap(/"text":"[^"]*"/, '"text":""')],
  ['questions', 'no accepted answer', swap('"acceptedAnswer"', '"suggestedAnswer"')],
  [
    'questions',
    'a script in the markup of an answer',
    swap('never get a rest\\u003c', 'never get a rest\\u003cscript>a()\\u003c/script>\\u003c'),
  ],
  [
    'questions',
    'an image in the markup of an answer',
    swap('never get a rest\\u003c', 'never get a rest\\u003cimg src=\\"/a.png\\">\\u003c'),
  ],
  [
    'questions',
    'a class in the markup of an answer',
    swap('\\u003cstrong>never', '\\u003cstrong class=\\"x\\">never'),
  ],
  [
    'questions',
    'a relative link in the markup of an answer',
    swap('\\u003ca href=\\"https://backstory.example/stretching', '\\u003ca href=\\"/stretching'),
  ],
  [
    'questions',
    'a javascript: link in the markup of an answer',
    swap('\\u003ca href=\\"https://safety.example', '\\u003ca href=\\"javascript://safety.example'),
  ],
  ['questions', 'an answer at home elsewhere marked up', node(ELSEWHERE)],
  ['questions', 'a url that is not its @id', swap('#faq-helmet","name"', '#helmet","name"')],
  ['FAQPage', 'two FAQPages', node({ '@type': 'FAQPage' })],
  ['FAQPage', 'questions without an FAQPage', swap('["WebPage","FAQPage"]', '"WebPage"')],
  [
    'FAQPage',
    'an answer nested in an answer',
    swap(
      '"acceptedAnswer":{',
      `$&"about":${JSON.stringify({ ...ELSEWHERE, acceptedAnswer: undefined })},`,
    ),
  ],
  [
    'dates',
    'a date without a zone',
    swap('"dateModified":"2026-05-05T09:15:00.000Z"', '"dateModified":"2026-05-05T09:15:00"'),
  ],
  [
    'dates',
    'changed before it was published',
    (text) => text.replaceAll('2026-05-05T09:15', '2026-03-05T09:15'),
  ],
  [
    'dates',
    'changed in the future',
    (text) => text.replaceAll('2026-05-05T09:15', '2126-05-05T09:15'),
  ],
  ['article', 'no author', swap('"author":', '"creator":')],
  [
    'article',
    'no date of publication',
    (text) => text.replaceAll('"datePublished":"2026-04', '"dateCreated":"2026-04'),
  ],
  [
    'article',
    'an author without an address',
    swap('"name":"Mara Lind","url"', '"name":"Mara Lind","sameAs"'),
  ],
  ['names', 'a name that nobody sees', swap('"name":"Backstory Press"', '"name":"Backstory Inc"')],
  ['claims', 'a search box', node({ '@type': 'SearchAction' })],
  [
    'claims',
    'a rating',
    swap('"headline"', '"aggregateRating":{"@type":"AggregateRating"},"headline"'),
  ],
  ['claims', 'words to be spoken', swap('"headline"', '"speakable":["h1"],"headline"')],

  ['parity', 'one character of a question, on the page', swap('">Can a helmet', '">Can a Helmet')],
  [
    'parity',
    'one character of a question, in the markup',
    swap('"name":"Can a helmet', '"name":"Can a Helmet'),
  ],
  [
    'parity',
    'one character of an answer, on the page',
    swap('never get a rest</strong>', 'never get a rust</strong>'),
  ],
  [
    'parity',
    'one character of an answer, in the markup',
    swap('never get a rest\\u003c', 'never get a rust\\u003c'),
  ],
  ['parity', 'an answer hidden', swap('<div class="answer">', '<div class="answer" hidden>')],
  [
    'parity',
    'an answer hidden from those who listen',
    swap('<div class="answer">', '<div class="answer" aria-hidden="true">'),
  ],
  ['parity', 'a question in a template', (text) => text.replace(HELMET, '<template>$&</template>')],
  ['parity', 'an answer dropped, on the page', swap(HELMET, '')],
  [
    'parity',
    'an answer dropped, in the markup',
    (text) => text.replace(/,\{"@type":"Question","@id":"[^"]*#faq-helmet".*?\}\}/, ''),
  ],
  ['parity', 'an answer doubled, on the page', swap(HELMET, '$&$&')],
  [
    'parity',
    'an answer doubled, in the markup',
    (text) => text.replace(/,\{"@type":"Question","@id":"[^"]*#faq-helmet".*?\}\}/, '$&$&'),
  ],
  [
    'parity',
    'an answer outside its question',
    (text) =>
      text.replace(
        /(<div class="question"><h3 id="faq-helmet">.*?)(<div class="answer">.*?<\/div>)<\/div>/,
        '$1</div>$2',
      ),
  ],
  [
    'parity',
    'a list that is no list on the page',
    (text) => text.replace(/<ul>(<li>the <em>.*?)<\/ul><\/div>/, '<ol>$1</ol></div>'),
  ],
  ['parity', 'the anchor', swap('<h3 id="faq-helmet">', '<h3 id="faq-hat">')],
  ['parity', 'the other page of a question no longer named', swap(/<p class="more">.*?<\/p>/, '')],
  ['parity', 'the headline', swap('"headline":"Stiff', '"headline":"Stuff')],
  ['parity', 'an author, on the page', swap('>Mara Lind</a>', '>Mara Lund</a>')],
  ['parity', 'an author’s address', swap('href="/author/mara-lind"', 'href="/author/mara-lund"')],
  ['parity', 'the date of change', swap('dateTime="2026-05-05', 'dateTime="2026-05-06')],
  ['parity', 'the review, on the page', swap(/<p class="review">.*?<\/p>/, '')],
  ['parity', 'the reviewer, in the markup', swap(/"reviewedBy":\{[^}]*\},/, '')],
  [
    'parity',
    'the order of the trail',
    (text) =>
      text
        .replace('"position":2', '"position":9')
        .replace('"position":1', '"position":2')
        .replace('"position":9', '"position":1'),
  ],
  [
    'parity',
    'a step of the trail, on the page',
    (text) => text.replace(/<li><a href="\/category\/cycling">.*?<\/li>/, ''),
  ],
  [
    'parity',
    'the address of a step of the trail',
    swap('<li><a href="/category/cycling">', '<li><a href="/category/running">'),
  ],
  ['parity', 'a source', swap('Handbook of bicycle fitting</cite>', 'Handbook</cite>')],
]

describe('a page that was changed in one place', () => {
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

describe('the rules', () => {
  it('are each seen to fail', async () => {
    const { PAGE_RULES } = await import('@/commands/checkSite/pageIssues')
    const seen = new Set(['headers', ...MUTATIONS.map(([rule]) => rule)])
    expect(Object.keys(PAGE_RULES).filter((rule) => !seen.has(rule))).toEqual([])
  })
})
