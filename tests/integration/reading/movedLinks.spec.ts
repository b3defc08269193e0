// A link inside the site leads straight to where its target stands now, wherever the link was written.
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkSite } from '../../../tools/siteChecker/siteIssues'
import { settings } from '@/env'
import { link, paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { move, publishNew, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { readPage } from '../../setup/readers'
import { serveRoutes } from '../../setup/serveRoutes'
import { publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let site: Awaited<ReturnType<typeof serveRoutes>>
let target: number
let anchor: string

const { siteUrl } = settings()

const typed = (url: string, words: string) => richText(paragraph('See ', link(url, words), '.'))

/** Every place in which an editor can type an address. */
const PLACES = [
  '/with-links',
  '/with-links.md',
  '/rules',
  '/questions',
  '/questions.json',
  '/feed.xml',
  '/feed.json',
  '/atom.xml',
  '/',
]

beforeAll(async () => {
  payload = await openTestPayload()
  target = await publishNew(payload, 'articles', { title: 'The target', path: '/first' })
  const item = await publishNew(payload, 'faq-items', {
    question: 'Where is it?',
    answer: typed('/first#top', 'over there'),
  })
  ;({ anchor } = (await payload.findByID({ collection: 'faq-items', id: item })) as {
    anchor: string
  })
  const elsewhere = await publishNew(payload, 'read-also-links', {
    kind: 'external',
    title: 'Elsewhere, it was thought',
    url: `${siteUrl}/FIRST/`,
  })
  const body = richText(
    ...typed(`${siteUrl}/first/`, 'whole').root.children,
    readAlsoBlock(elsewhere),
    ...typed(`/questions/${anchor}`, 'the answer').root.children,
    ...withItems(item).root.children,
  )
  const sources = [{ title: 'Our own', url: '/first' }]
  await publishNew(payload, 'articles', { title: 'With links', path: '/with-links', body, sources })
  await payload.create({
    collection: 'pages',
    data: {
      title: 'Rules',
      summary: 'In short.',
      path: '/rules',
      _status: 'published',
      body: typed('/first/index.html', 'the first rule'),
    },
  })
  await payload.updateGlobal({
    slug: 'navigation',
    data: { header: [{ label: 'Begin', url: '/first' }] },
  })
  site = await serveRoutes()
}, 60_000)

afterAll(() => site.close())

const LEADS_ON = /links to .* leads on|answers (301|308|404|410)/

async function crawled() {
  const report = await checkSite({ origin: site.origin, publicOrigin: siteUrl, max: 500 })
  return report.issues.map(({ url, difference }) => `${url}: ${difference}`)
}

describe('when an article moves', () => {
  it('every page that names its old address knows that it depends on it', async () => {
    for (const place of ['/with-links', '/rules', '/questions', '/'])
      expect((await readPage(place)).facts, place).toContain('path:/first')
  })

  it('no link inside the site leads to its old address', async () => {
    await move(payload, target, '/second')
    await move(payload, target, '/third')
    for (const place of PLACES) {
      const { bytes } = await readPage(place)
      expect(bytes, place).not.toMatch(/\/(first|second)\b/i)
    }
    const { bytes } = await readPage('/with-links')
    expect(bytes).toContain(`href="/third">whole`)
    expect(bytes).toContain('href="/third#top">over there')
    expect(bytes).toContain(`href="/with-links#faq-${anchor}">the answer`)
    expect((await crawled()).filter((issue) => LEADS_ON.test(issue))).toEqual([])
  })
})

describe('when it is withdrawn', () => {
  it('links to it become plain words, and come back with it', async () => {
    await withdrawByForce(payload, target)
    const { bytes } = await readPage('/with-links')
    expect(bytes).toContain('See whole.')
    expect(bytes).not.toContain('Elsewhere, it was thought')
    expect((await readPage('/')).bytes).not.toContain('Begin')
    expect((await crawled()).filter((issue) => LEADS_ON.test(issue))).toEqual([])
    await publishByForce(payload, target)
    expect((await readPage('/with-links')).bytes).toContain('href="/third">whole')
    expect((await readPage('/')).bytes).toContain('Begin')
  })
})
