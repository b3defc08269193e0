// Questions of imported articles: one item for one answer, and what an editor gave stays.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '@/cli/import'
import { findArticle } from '@/site/articles/queries'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findSite } from '@/site/settings/queries'
import { findAll, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { openTestPayload } from '../../setup/payload'
import { plainText } from '@/domain/text/plainText'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft } from '../../setup/documents'
import { account, publishByForce, save } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

const source = (name: string, text: string) => ({ name, file: `/sources/${name}`, text })
const publish = { publish: true }

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

describe('questions', () => {
  const QUESTION = 'When is a nap too long?'
  const naps = (title: string, answer?: string) =>
    article(`Naps ${title}`, `${PARAGRAPH} ${title}.\n\n${faq(QUESTION, answer)}`)
  const bring = (title: string, answer?: string, more = {}) =>
    importOne(payload, source(`${title}.txt`, naps(title, answer)), { ...publish, ...more })
  const items = async () =>
    (await payload.find({ collection: 'faq-items', where: { question: { equals: QUESTION } } }))
      .docs
  const questionsOn = async (path: string) =>
    (await findArticle(path))!.faqItems.map(({ anchor, answer }) => [anchor, plainText(answer)])

  it('with the same answer are one item, marked up in one article of the site and shown in both', async () => {
    await bring('After Lunch')
    expect(await bring('Before Dinner')).toMatchObject({ status: 'created', notices: [] })
    expect(await items()).toHaveLength(1)
    const first = await readPage('/naps-after-lunch')
    const second = await readPage('/naps-before-dinner')
    const shown = (page: typeof first) => readElementText(page!).includes(QUESTION)
    const markedUp = (page: typeof first) =>
      findAll(page!, 'script').some((script) => String(script.children).includes('"Question"'))
    expect([shown(first), markedUp(first)]).toEqual([true, true])
    expect([shown(second), markedUp(second)]).toEqual([true, false])
  })

  it('with another answer are an item of their own, at an address of their own; whoever imports is told', async () => {
    const result = await bring('On A Train', 'After your stop.')
    expect(result).toMatchObject({
      notices: [
        `"${QUESTION}" is asked in "Naps After Lunch" with another answer; this article shows its own, at /questions/when-is-a-nap-too-long-2.`,
      ],
    })
    expect(await questionsOn('/naps-after-lunch')).toEqual([['when-is-a-nap-too-long', ANSWER]])
    const own = ['when-is-a-nap-too-long-2', 'After your stop.']
    expect(await questionsOn('/naps-on-a-train')).toEqual([own])
    expect(await bring('In A Bus', 'After your stop.')).toMatchObject({ notices: [] })
    expect(await questionsOn('/naps-in-a-bus')).toEqual([own])
  })

  it('part where one of two articles that share an answer changes its own', async () => {
    expect(await bring('Before Dinner', 'After an hour.')).toMatchObject({ status: 'updated' })
    expect((await questionsOn('/naps-after-lunch')).map(([, answer]) => answer)).toEqual([ANSWER])
    expect((await questionsOn('/naps-before-dinner')).map(([, answer]) => answer)).toEqual([
      'After an hour.',
    ])
    const before = await items()
    await bring('Before Dinner', 'After two hours.')
    expect((await questionsOn('/naps-before-dinner')).map(([, answer]) => answer)).toEqual([
      'After two hours.',
    ])
    expect(await items()).toHaveLength(before.length)
  })

  it('that stand alone keep the answer that an editor gave', async () => {
    const editor = await account(payload, 'editor')
    const question = 'Is a nap a meal?'
    const id = await createDraft(payload, 'faq-items', editor, {
      question,
      answer: richText(paragraph('No.')),
    })
    await publishByForce(payload, id, 'faq-items')
    const text = article('Naps As Meals', `${PARAGRAPH} Meals.\n\n${faq(question, 'Perhaps.')}`)
    await importOne(payload, source('meals.txt', text), publish)
    const written = await payload.findByID({ collection: 'faq-items', id })
    expect(plainText(written.answer)).toBe('No.')
    expect((await questionsOn('/naps-as-meals')).map(([, answer]) => answer)).toEqual(['Perhaps.'])
  })

  it('that an editor has begun to change are neither taken over nor published by an import', async () => {
    const editor = await account(payload, 'editor')
    const [shared] = await items()
    const next = 'After one hour, says the editor.'
    const answer = richText(paragraph(next))
    await save(payload, editor, shared!.id, { answer }, 'faq-items')
    await bring('At Noon', next)
    expect((await questionsOn('/naps-at-noon')).map(([, text]) => text)).toEqual([next])
    expect((await questionsOn('/naps-after-lunch')).map(([, text]) => text)).toEqual([ANSWER])
  })
})
