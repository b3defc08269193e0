// The importer against a real Postgres: created, unchanged, a new version, reused questions, resolved links.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '@/cli/import'
import { listSources, readSource } from '@/cli/import/sources'
import { findArticle } from '@/site/articles/queries'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findSite } from '@/site/settings/queries'
import { findAll, readHtml } from '../../../tools/siteChecker/page/html'
import { parityIssues } from '../../../tools/siteChecker/pageRules/parity'
import { openTestPayload } from '../../setup/payload'
import { withdrawByForce } from '../../setup/workflow'

const FIXTURE = 'tests/fixtures/articles/same-shape.txt'
const SEED = '../shared/seed'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

const source = (name: string, text: string) => ({ name, file: `/sources/${name}`, text })
const publish = { publish: true }
const LONG = { timeout: 120_000 }
const accepting = { ...publish, acceptProposals: true }

const article = (title: string, body: string) => `# ${title}\n\n${body}\n`
const ANSWER = 'Most people need a few days, and a quiet evening helps more than a new pillow does.'
const faq = (question: string, answer = ANSWER) => `People Also Ask\n\n${question}\n\n${answer}`
const PARAGRAPH =
  'A first paragraph that says what the article is about, and says it in one sentence.'

/** What a reader gets at an address, as a tree of elements; undefined where nothing is. */
async function readPage(path: string) {
  const found = await findArticle(path)
  if (!found) return undefined
  const site = await findSite()
  return readHtml(await renderArticlePage({ site, stylesheet: '/assets/site.css', article: found }))
}

/** The reading order of a body: sections, sub-sections, Read Also lines and FAQ sections. */
async function outline(path: string) {
  const found = await findArticle(path)
  return found?.body.root.children.map((node) =>
    node.type === 'heading' ? node.tag : node.type === 'block' ? node.fields.blockType : node.type,
  )
}

const SHAPE = [
  'paragraph h2 h3 paragraph h3 paragraph readAlso h3 paragraph h2',
  'h3 paragraph '.repeat(5).trim(),
  'readAlso faqSection h2 paragraph',
].flatMap((line) => line.split(' '))

describe('the shape of the real article', () => {
  it('arrives whole from the fixture, and its page is true', async () => {
    const result = await importOne(payload, readSource(FIXTURE), accepting)
    expect(result).toMatchObject({ status: 'created', live: true })
    if (result.status === 'failed') throw new Error('not imported')
    expect(await outline(result.path)).toEqual(SHAPE)
    const page = await readPage(result.path)
    const html = page!
    expect(
      findAll(html, 'h3').filter((heading) => heading.attributes.id?.startsWith('faq-')),
    ).toHaveLength(5)
    expect(findAll(html, 'aside')).toHaveLength(0)
    expect(result.notices.join()).toContain(`"${result.title}" was proposed`)
  })

  it.skipIf(!existsSync(SEED))(
    'arrives whole from the seed (skipped where there is none)',
    async () => {
      const [name] = readdirSync(SEED)
      const result = await importOne(payload, readSource(`${SEED}/${name}`), accepting)
      expect(result).toMatchObject({
        status: 'created',
        title: 'Back Pain After Running',
        path: '/back-pain-after-running',
      })
      expect(await outline('/back-pain-after-running')).toEqual(SHAPE)
      const found = await findArticle('/back-pain-after-running')
      expect(found?.faqItems).toHaveLength(5)
      expect(found?.authors).toEqual([])
      expect(found?.readAlsoLinks).toEqual([])
    },
  )
})

describe('the same source again', () => {
  const text = article('Sleeping Through Noise', `${PARAGRAPH}\n\n${faq('How long does it take?')}`)

  const changed = text.replace('in one sentence', 'in one short sentence')

  it('changes nothing and says so', async () => {
    const first = await importOne(payload, source('noise.txt', text), publish)
    const before = await payload.find({ collection: 'articles', draft: true, sort: 'id' })
    const versions = await payload.countVersions({ collection: 'articles' })
    const again = await importOne(payload, source('elsewhere.txt', text), publish)
    expect(first.status).toBe('created')
    expect(again).toMatchObject({ status: 'unchanged', notices: [] })
    expect(await payload.find({ collection: 'articles', draft: true, sort: 'id' })).toEqual(before)
    expect(await payload.countVersions({ collection: 'articles' })).toEqual(versions)
  })

  it('that changed makes a new working version of the same article, and readers keep the live one', async () => {
    const result = await importOne(payload, source('noise.txt', changed), { publish: false })
    expect(result).toMatchObject({ status: 'updated', live: true })
    const live = await findArticle('/sleeping-through-noise')
    expect(JSON.stringify(live?.body)).toContain('in one sentence')
    const { docs } = await payload.find({
      collection: 'articles',
      where: { title: { equals: 'Sleeping Through Noise' } },
      draft: true,
    })
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs[0]?.body)).toContain('in one short sentence')
  })

  it('is published, and not only saved, when it is imported once more to be', async () => {
    const result = await importOne(payload, source('noise.txt', changed), publish)
    expect(result).toMatchObject({ status: 'updated', live: true })
    const live = await findArticle('/sleeping-through-noise')
    expect(JSON.stringify(live?.body)).toContain('in one short sentence')
    const again = await importOne(payload, source('noise.txt', changed), publish)
    expect(again).toMatchObject({ status: 'unchanged', notices: [] })
  })
})

describe('a Read Also title', () => {
  it('waits, unseen, for its article, and leads there when it appears', async () => {
    const early = article(
      'Waking Up Slowly',
      `${PARAGRAPH} Slowly.\n\nRead Also: “The Five-Minute  Morning”\n\nA second paragraph that stands after it.`,
    )
    await importOne(payload, source('early.txt', early), publish)
    expect(findAll((await readPage('/waking-up-slowly'))!, 'aside')).toHaveLength(0)

    const late = article('The Five Minute Morning', `${PARAGRAPH} Morning.`)
    await importOne(payload, source('late.txt', late), publish)
    const [aside] = findAll((await readPage('/waking-up-slowly'))!, 'aside')
    expect(findAll(aside!, 'a').map(({ attributes }) => attributes.href)).toEqual([
      '/the-five-minute-morning',
    ])
  })

  it('is not shown while its article is not live', async () => {
    const { docs } = await payload.find({
      collection: 'articles',
      where: { path: { equals: '/the-five-minute-morning' } },
    })
    await withdrawByForce(payload, docs[0]!.id)
    expect(await readPage('/the-five-minute-morning')).toBeUndefined()
    expect(findAll((await readPage('/waking-up-slowly'))!, 'aside')).toHaveLength(0)
  })
})

describe('bad input', () => {
  it('is refused with its line, and writes nothing', async () => {
    const before = await payload.count({ collection: 'faq-items' })
    const text = article(
      'Half a Question',
      `${PARAGRAPH}\n\nPeople Also Ask\n\nWhy?\n\nHow?\n\nSo.`,
    )
    const result = await importOne(payload, source('half.txt', text), publish)
    expect(result.status).toBe('failed')
    expect('errors' in result && result.errors[0]).toMatch(/^half\.txt:7: /)
    expect(await payload.count({ collection: 'faq-items' })).toEqual(before)
  })

  it('that the database finds only at the end takes everything back', async () => {
    const text = `---\npath: /admin/mine\n---\n${article('Not Here', `${PARAGRAPH}\n\n${faq('Is it kept?')}`)}`
    const result = await importOne(payload, source('admin.txt', text), publish)
    expect('errors' in result && result.errors[0]).toContain('/admin is reserved')
    const { totalDocs } = await payload.count({
      collection: 'faq-items',
      where: { question: { equals: 'Is it kept?' } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('marks of the source', () => {
  const text = article('Walking on Gravel', `${PARAGRAPH}\n\nDo **not** hurry, see [this](/this).`)

  it('keep an article a draft, which the report says with the lines', async () => {
    const result = await importOne(payload, source('gravel.md', text), publish)
    expect(result).toMatchObject({
      status: 'created',
      live: false,
      marks: [
        { line: 5, kind: 'bold', text: '**not**' },
        { line: 5, kind: 'link', text: '[this](/this)' },
      ],
    })
    expect('notices' in result && result.notices.join('\n')).toContain('line 5: bold: **not**')
    expect(await findArticle('/walking-on-gravel')).toBeUndefined()
    const again = await importOne(payload, source('gravel.md', text), publish)
    expect(again).toMatchObject({ status: 'unchanged', live: false })
    expect('notices' in again && again.notices[0]).toContain('It is a draft, not published')
  })

  it('leave a live article as it is, with a draft of its next version', async () => {
    const clean = text.replace('**not**', 'not').replace('[this](/this)', 'this')
    expect(await importOne(payload, source('gravel.md', clean), publish)).toMatchObject({
      live: true,
      marks: [],
    })
    const marked = clean.replace('hurry', '_hurry_')
    expect(await importOne(payload, source('gravel.md', marked), publish)).toMatchObject({
      status: 'updated',
      live: true,
      marks: [{ kind: 'italic' }],
    })
    const live = await findArticle('/walking-on-gravel')
    expect(JSON.stringify(live?.body)).not.toContain('_hurry_')
  })
})

describe('the demonstration articles', () => {
  it('are all imported, link to one another, and each page is true', LONG, async () => {
    const names = listSources(['content'])
    expect(names.length).toBeGreaterThanOrEqual(12)
    const paths: string[] = []
    for (const name of names) {
      const result = await importOne(payload, readSource(name), publish)
      expect(result, JSON.stringify(result)).toMatchObject({ status: 'created', live: true })
      if (result.status !== 'failed') paths.push(result.path)
    }
    const site = await findSite()
    let links = 0
    for (const path of paths) {
      const found = (await findArticle(path))!
      links += found.readAlsoLinks.length
      const html = await renderArticlePage({ site, stylesheet: '/assets/site.css', article: found })
      expect(parityIssues(html)).toEqual([])
    }
    const titles = names.map((name) => readFileSync(name, 'utf8').match(/^Read Also:/gm) ?? [])
    expect(links).toBeGreaterThan(titles.flat().length / 2)
  })
})
