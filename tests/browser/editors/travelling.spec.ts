// An answer that was changed while writing an article: the dialog names what goes live with it, and offers to keep it here.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status, take } from '../panel'

let site: RunningSite
let browser: Browser
let anna: Page
let ada: Page
let item: number
let first: number

const QUESTION = 'How long does a walk take?'

const publish = async (kind: string, id: number) => {
  const { version, state } = await ask(ada, 'GET', `/${kind}/${id}/workflow`)
  const note = 'To begin with.'
  await ask(ada, 'POST', `/${kind}/${id}/events`, { event: 'forcePublish', version, state, note })
}

async function article(title: string, path: string): Promise<number> {
  const fields = { id: 'a', blockType: 'faqSection', heading: 'Questions', items: [item] }
  const section = { type: 'block', version: 2, format: '', fields } as never
  const body = richText(paragraph('Text.'), section)
  const data = { title, path, summary: 'In short.', body }
  const { doc } = await ask(ada, 'POST', '/articles?draft=true', data)
  await publish('articles', doc.id)
  return doc.id
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  anna = await enter(site, browser, 'Anna', 'editor')
  ada = await enter(site, browser, 'Ada', 'admin')
  const said = { question: QUESTION, answer: richText(paragraph('An hour.')) }
  item = (await ask(ada, 'POST', '/faq-items?draft=true', said)).doc.id
  await publish('faq-items', item)
  first = await article('A Walk', '/a-walk')
  await article('Another Walk', '/another-walk')
  const { workflowVersion } = await ask(anna, 'GET', `/faq-items/${item}?draft=true&depth=0`)
  const answer = richText(paragraph('Two hours.'))
  await ask(anna, 'PATCH', `/faq-items/${item}?draft=true`, { answer, workflowVersion })
  const text = await ask(anna, 'GET', `/articles/${first}?draft=true&depth=0`)
  const seen = { summary: 'In brief.', workflowVersion: text.workflowVersion }
  await ask(anna, 'PATCH', `/articles/${first}?draft=true`, seen)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const read = async (path: string) => (await fetch(site.url + path)).text()

describe('submitting an article with a changed answer', () => {
  it('names the answer and the other live article that changes with it', async () => {
    await anna.goto(`${site.url}/admin/collections/articles/${first}`)
    await status(anna).waitFor()
    await anna.getByRole('button', { name: 'Submit for review' }).click()
    const dialog = anna.getByRole('dialog')
    await dialog.getByText('Goes live with it').waitFor()
    await dialog
      .getByText(`The FAQ item “${QUESTION}”, in 1 other live article too: “Another Walk”`)
      .waitFor()
    await anna.screenshot({ path: 'tests/output/travelling.png' })
  })

  it('offers to keep it here, and then changes no other article', async () => {
    const dialog = anna.getByRole('dialog')
    await dialog.getByRole('button', { name: `Only here: “${QUESTION}”` }).click()
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
    await status(anna).waitFor()
    await take(anna, 'Submit for review')
    await expect.poll(() => status(anna).innerText()).toContain('in review')
    await ada.goto(`${site.url}/admin/collections/articles/${first}`)
    await take(ada, 'Publish without approval', { note: 'It is right.' })
    await expect.poll(() => read('/a-walk')).toContain('Two hours.')
    expect(await read('/another-walk')).toContain('An hour.')
  })
})
