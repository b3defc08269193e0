// Whatever an editor types into any field comes out as that text, on every page and in every form of it.
import { parseFeed } from 'feedsmith'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeReport } from '../../../tools/checkSite'
import { checkSite } from '../../../tools/siteChecker/siteIssues'
import { settings } from '@/env'
import { bold, heading, link, list, paragraph, quote, richText } from '../../fixtures/richText'
import { contentOf, publishNew, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { serveRoutes } from '../../setup/serveRoutes'
import { imageFile } from '../../setup/smallSite'

/** Ends scripts, comments, CDATA, attributes and lines; escapes of four languages; both directions; beyond the first plane. */
const HOSTILE = [
  `</script><script>alert(1)//`,
  // Not a whole comment: the parser of feeds that tests use drops one even from CDATA.
  `--> <!--<script> <b onclick="x">`,
  `a ]]> b &amp; & &#60; "q" 'a' \`c\` \\" \\u003c`,
  'line para end',
  '😀 👩‍⚕️ עברית \u202eRTL \u200fعربي',
  '{{x}} ${y} %s %00 [a](b) *c* _d_ # e | f',
].join(' ')

/** As much of it as the field takes. */
const brief = (what: string, most: number): string => say(what).slice(0, most).trim()

/** A name turns no text round. */
const saidInName = (what: string): string => say(what).replace('\u202e', '')

const PATH = '/hostile'
const { siteUrl } = settings()
const say = (what: string): string => `${what} ${HOSTILE}`

let payload: Payload
let site: Awaited<ReturnType<typeof serveRoutes>>

const named = async (collection: 'categories' | 'topics' | 'authors', more: object = {}) =>
  (
    await payload.create({
      collection,
      data: { name: brief(collection, 110), slug: '', ...more } as never,
    })
  ).id

beforeAll(async () => {
  payload = await openTestPayload()
  const heroImage = (
    await payload.create({
      collection: 'media',
      data: { alt: say('alt'), caption: say('caption') },
      file: await imageFile('hostile'),
    })
  ).id
  const description = say('description')
  const [category, topic] = [
    await named('categories', { description }),
    await named('topics', { description }),
  ]
  const author = await named('authors', {
    credentials: saidInName('MSc'),
    jobTitle: saidInName('job'),
    description,
  })
  const answer = richText(paragraph(say('answer'), bold(say('bold'))))
  const question = (what: string) => `${brief(what, 240)}?`
  const item = await publishNew(payload, 'faq-items', { question: question('carried'), answer })
  await publishNew(payload, 'faq-items', { question: question('alone'), answer })
  const external = await publishNew(payload, 'read-also-links', {
    kind: 'external',
    title: say('elsewhere'),
    publisher: say('publisher'),
    url: 'https://a.example/?a=1&b="2"',
  })
  await publishNew(payload, 'articles', {
    title: say('title'),
    path: PATH,
    summary: say('summary'),
    category,
    heroImage,
    topics: [topic],
    authors: [author],
    reviewer: author,
    lastReviewed: '2026-03-02T00:00:00.000Z',
    seoDescription: say('seo'),
    sources: [{ title: say('source'), publisher: say('publisher'), url: 'https://a.example' }],
    corrections: [{ date: '2026-02-01T00:00:00.000Z', text: say('correction') }],
    body: richText(
      heading('h2', say('heading')),
      paragraph(say('text')),
      quote(say('quote')),
      list('bullet', [say('point')]),
      paragraph(link('https://a.example/?q="><script>', say('link'))),
      { type: 'block', fields: { id: 'x', blockType: 'readAlso', link: external } } as never,
      ...withItems(item).root.children.slice(1),
    ),
  })
  await payload.create({
    collection: 'pages',
    data: {
      title: say('page'),
      path: '/hostile-page',
      summary: say('summary'),
      body: richText(paragraph(say('text'))),
      _status: 'published',
    },
  })
  await payload.updateGlobal({
    slug: 'navigation',
    data: { header: [{ label: brief('menu', 60), url: PATH }] },
  })
  await payload.updateGlobal({
    slug: 'site-settings',
    data: { description, organization: { name: brief('desk', 100), description } },
  })
  site = await serveRoutes()
}, 60_000)

afterAll(() => site.close())

const read = async (path: string): Promise<string> => (await fetch(site.origin + path)).text()

describe('hostile text', () => {
  it('leaves every page what it was, its markup equal to what is seen', async () => {
    const report = await checkSite({ origin: site.origin, publicOrigin: siteUrl, max: 500 })
    // The text says HTML, which the rule for marks of a source takes for what a source left behind; by no other rule is it seen.
    const findings = describeReport(siteUrl, report)
      .split('\n')
      .filter((line) => line.startsWith('  '))
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.filter((line) => !line.startsWith('  marks of a source: '))).toEqual([])
    expect(report.pages).toBeGreaterThan(8)
  }, 60_000)

  it.each([PATH, '/hostile-page', '/', '/questions', '/about', '/search?q=hostile'])(
    'makes no script of itself at %s',
    async (path) => {
      const scripts = (await read(path)).match(/<script[^>]*>/g) ?? []
      expect(scripts.filter((tag) => tag !== '<script type="application/ld+json">')).toEqual([])
    },
  )

  it.each(['/feed.xml', '/atom.xml', '/feed.json'])('comes back from %s as typed', async (path) => {
    const parsed = parseFeed(await read(path))
    const items = parsed.format === 'atom' ? parsed.feed.entries : parsed.feed.items
    const [first] = items as unknown as { title: string | { value: string } }[]
    const title = typeof first?.title === 'string' ? first.title : first?.title.value
    expect(title).toBe(say('title'))
  })

  it('stays one line of a list in llms.txt, one object in questions.json', async () => {
    const lines = (await read('/llms.txt')).split('\n').filter((line) => line.includes(PATH))
    expect(lines).toHaveLength(1)
    const { questions } = JSON.parse(await read('/questions.json')) as { questions: unknown[] }
    expect(questions).toHaveLength(2)
  })

  it('opens no HTML in Markdown', async () => {
    const markdown = await read(`${PATH}.md`)
    expect(markdown).not.toMatch(/(^|[^\\])<(?!https?:)/m)
  })

  it('that Postgres cannot keep is refused by its field', async () => {
    for (const field of ['title', 'summary', 'seoTitle'])
      await expect(
        payload.create({
          collection: 'articles',
          draft: true,
          data: { ...contentOf('articles'), [field]: 'nul \0 here' } as never,
        }),
      ).rejects.toMatchObject({ data: { errors: [{ path: field }] } })
  })
})
