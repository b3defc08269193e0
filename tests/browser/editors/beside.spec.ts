// What stands beside the text is true in every window, without anybody loading the page again; and what it offers is possible.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, rewrite, status, take } from '../panel'

const SOON = { timeout: 15_000 }

let site: RunningSite
let browser: Browser
let wren: Page
let ada: Page
let dark: Page
let article: number
let item: number

const event = async (page: Page, name: string, answers: object = {}) => {
  const { version } = await ask(page, 'GET', `/articles/${article}/workflow`)
  return ask(page, 'POST', `/articles/${article}/events`, { event: name, version, ...answers })
}
const panel = (page: Page) => page.getByRole('region', { name: 'Workflow' })
const open = async (page: Page) => {
  await page.goto(`${site.url}/admin/collections/articles/${article}`)
  await status(page).waitFor()
}
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `tests/output/beside-${name}.png`, fullPage: true })

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  wren = await enter(site, browser, 'Wren', 'writer')
  ada = await enter(site, browser, 'Ada', 'admin')
  dark = await enter(site, browser, 'Dora', 'editor', { colorScheme: 'dark' })
  item = (await ask(wren, 'POST', '/faq-items?draft=true', { question: 'How long is a walk?' })).doc
    .id
  const section = { id: 'a', blockType: 'faqSection', heading: 'Questions', items: [item] }
  const { doc } = await ask(wren, 'POST', '/articles?draft=true', {
    title: 'A Walk Seen from Two Windows',
    summary: 'In short.',
    body: richText(paragraph('Text.'), {
      type: 'block',
      version: 2,
      format: '',
      fields: section,
    } as never),
  })
  article = doc.id
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe('a page that was left open', () => {
  it('has an answer as soon as it is written, wherever that was', async () => {
    await open(wren)
    await panel(wren).getByText('The question “How long is a walk?” has no answer.').waitFor()
    await ask(ada, 'PATCH', `/faq-items/${item}?draft=true`, {
      answer: richText(paragraph('As long as you like.')),
      workflowVersion: 1,
    })
    await panel(wren).getByText('Next: Submit for review.').waitFor(SOON)
  })

  it('says what somebody else has just done, and what they said', async () => {
    await event(wren, 'submit')
    await expect.poll(() => status(wren).innerText(), SOON).toContain('in review')
    await panel(wren)
      .getByText(/^(Ada|Dora|.*) can approve it\.$/)
      .waitFor()
    await event(ada, 'requestChanges', { note: 'Say where.' })
    await expect.poll(() => status(wren).innerText(), SOON).toContain('changes requested')
    await wren.getByRole('region', { name: 'Comments (1 open)' }).getByText('Say where.').waitFor()
  })

  it('takes an answer to a comment, which belongs to it and is not counted', async () => {
    await open(dark)
    await wren.getByRole('button', { name: 'Answer', exact: true }).click()
    await wren.getByLabel('Answer to Ada').fill('In the park.')
    await wren.getByRole('button', { name: 'Send the answer' }).click()
    for (const page of [wren, dark])
      await page
        .getByRole('region', { name: 'Comments (1 open)' })
        .getByRole('list', { name: 'Answers' })
        .getByText('In the park.')
        .waitFor(SOON)
    await picture(wren, 'answer-light')
    await picture(dark, 'answer-dark')
  })
})

describe('what is offered', () => {
  it('leads to the live page, and to a preview while there is a next version', async () => {
    await event(ada, 'forcePublish', { note: 'For the test.' })
    const link = status(dark).getByRole('link', { name: 'view the page' })
    await link.waitFor(SOON)
    const href = await link.getAttribute('href')
    expect((await fetch(site.url + href)).status).toBe(200)
    await open(wren)
    await rewrite(wren, 'A next version that nobody wants.')
    const preview = status(wren).getByRole('link', { name: 'preview the working version' })
    await preview.waitFor(SOON)
    // In a new tab, as a browser follows a link: it says where it comes from.
    const [tab] = await Promise.all([wren.context().waitForEvent('page'), preview.click()])
    await tab.getByText('A next version that nobody wants.').waitFor(SOON)
    await tab.close()
    await dark.goto(`${site.url}/admin/collections/articles`)
    await dark.getByRole('link', { name: 'View', exact: true }).first().waitFor()
    await picture(dark, 'list-dark')
  })

  it('drops the next version, and the form shows what readers see', async () => {
    await take(wren, 'Discard changes')
    await expect.poll(() => status(wren).innerText(), SOON).toContain('Readers see this version')
    await expect
      .poll(() => wren.locator('textarea[name="summary"]').inputValue(), SOON)
      .toBe('In short.')
    await picture(wren, 'discarded-light')
  })

  it('is no notice after the text was given away', async () => {
    await open(ada)
    await take(ada, 'Withdraw', { choice: /^Gone/ })
    await expect.poll(() => status(ada).innerText(), SOON).toContain('that it is gone')
    await ada.getByText('More steps').click()
    await ada.getByRole('button', { name: 'Withdraw', exact: true }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel(/^Moved/).waitFor()
    expect(await dialog.getByLabel(/^Notice/).count()).toBe(0)
    await picture(ada, 'withdraw-light')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
})

describe('“Create new”', () => {
  it.each(['articles', 'faq-items', 'read-also-links'])(
    'leaves nothing behind in the list of %s',
    async (kind) => {
      const count = async () => (await ask(ada, 'GET', `/${kind}?draft=true&limit=1`)).totalDocs
      const before = await count()
      await ada.goto(`${site.url}/admin/collections/${kind}/create`)
      await ada.waitForURL(/\/\d+$/)
      await status(ada).waitFor()
      expect(await count()).toBe(before)
    },
  )

  it('keeps every letter that is typed from the first one on', async () => {
    await ada.goto(`${site.url}/admin/collections/faq-items/create`)
    await ada.waitForURL(/\/\d+$/)
    const question = ada.locator('input[name="question"]')
    // As an editor does it: into the field as soon as it can be seen.
    await question.click()
    await question.pressSequentially('Where does nothing get lost?', { delay: 60 })
    await expect
      .poll(async () => (await ada.locator('.save-line').allInnerTexts()).join(), SOON)
      .toMatch(/Saved/)
    expect(await question.inputValue()).toBe('Where does nothing get lost?')
    const { docs } = await ask(ada, 'GET', '/faq-items?draft=true&limit=1&sort=-id')
    expect(docs[0].question).toBe('Where does nothing get lost?')
  })

  it('cannot be written into before it has started, which would lose the first words', async () => {
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await ada.route('**/_next/static/**/*.js*', async (route) => {
      await released
      await route.continue()
    })
    await ada.reload({ waitUntil: 'commit' })
    const question = ada.locator('input[name="question"]')
    await question.waitFor({ state: 'attached' })
    // As soon as the styles are there, without which nothing is on the screen.
    await question.waitFor({ state: 'hidden' })
    release()
    await question.fill('Where does nothing get lost at all?')
    await expect
      .poll(async () => (await ada.locator('.save-line').allInnerTexts()).join(), SOON)
      .toMatch(/Saved/)
    await ada.unroute('**/_next/static/**/*.js*')
  })

  it('says that it is saved, also after a change that was taken back', async () => {
    const question = ada.locator('input[name="question"]')
    await question.press('End')
    await question.press('x')
    await expect.poll(() => ada.locator('.save-line').count(), SOON).toBe(0)
    await question.press('Backspace')
    await ada.locator('.save-line', { hasText: 'Saved.' }).waitFor()
  })
})
