// An FAQ item written in place within an article, while somebody else edits the same item on its own page: nobody's words are lost.
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status } from '../panel'

const FIRST = 'How long does a walk take?'
const SOON = { timeout: 20_000 }

let site: RunningSite
let browser: Browser
let anna: Page
let ben: Page
let item: number
let article: string

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  anna = await enter(site, browser, 'Anna', 'editor')
  ben = await enter(site, browser, 'Ben', 'editor')
  const question = { question: FIRST, answer: richText(paragraph('As long as you like.')) }
  item = (await ask(anna, 'POST', '/faq-items?draft=true', question)).doc.id
  const section = { id: 'a', blockType: 'faqSection', heading: 'Questions', items: [item] }
  const { doc } = await ask(anna, 'POST', '/articles?draft=true', {
    title: 'A Walk and a Question',
    summary: 'Both in one place.',
    body: richText(paragraph('Text.'), {
      type: 'block',
      version: 2,
      format: '',
      fields: section,
    } as never),
  })
  article = `${site.url}/admin/collections/articles/${doc.id}`
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const stored = (): Promise<{ question: string }> =>
  ask(anna, 'GET', `/faq-items/${item}?draft=true&depth=0`)
const section = (): Locator => anna.locator('.faq-section')
const question = (within: Locator) => within.getByLabel('Question', { exact: true })
const says = (within: Locator | Page, words: RegExp) =>
  expect
    .poll(async () => (await within.locator('.save-line').allInnerTexts()).join(' '), SOON)
    .toMatch(words)

async function openArticle(): Promise<void> {
  await anna.goto(article)
  await status(anna).waitFor()
}

async function openQuestion(): Promise<void> {
  await openArticle()
  await section()
    .getByRole('button', { name: /^Write: / })
    .click(SOON)
  await question(section()).waitFor()
}

/** On the page of the item itself. */
async function benWrites(words: string): Promise<void> {
  await ben.goto(`${site.url}/admin/collections/faq-items/${item}`)
  await status(ben).waitFor()
  await ben.locator('input[name="question"]').fill(words)
  await says(ben, /^Saved\./)
}

describe('an item within an article', () => {
  it('is saved from there', async () => {
    await openQuestion()
    await question(section()).fill('How long does a short walk take?')
    await says(section(), /Saved\./)
    expect(await stored()).toMatchObject({ question: 'How long does a short walk take?' })
  })

  it('is not saved over what somebody else wrote meanwhile: both texts are shown', async () => {
    await benWrites('How long does Ben’s walk take?')
    await question(section()).fill('How long does Anna’s walk take?')
    await says(section(), /Not saved: Ben saved a newer version at .* Nothing of yours is lost\./)
    expect(await stored()).toMatchObject({ question: 'How long does Ben’s walk take?' })
    await section().getByRole('button', { name: 'Compare both texts' }).click()
    const dialog = anna.getByRole('dialog', { name: /^Ben saved a newer version/ })
    await dialog.getByText('How long does Ben’s walk take?').waitFor()
    await dialog.getByText('How long does Anna’s walk take?').waitFor()
    await anna.screenshot({ path: 'tests/output/conflict-in-place.png' })
  })

  it('stays open when Escape closes the two texts', async () => {
    await anna.keyboard.press('Escape')
    await anna.getByRole('dialog', { name: /^Ben saved/ }).waitFor({ state: 'detached' })
    expect(await question(section()).inputValue()).toBe('How long does Anna’s walk take?')
  })

  it('keeps what is undecided when the page is opened anew, and shows it there', async () => {
    await openArticle()
    await question(section()).waitFor(SOON)
    expect(await question(section()).inputValue()).toBe('How long does Ben’s walk take?')
    await says(section(), /You have unsaved changes/)
    await section().getByRole('button', { name: 'Bring back' }).click()
    const dialog = anna.getByRole('dialog', { name: /^Ben saved/ })
    await dialog.getByLabel('Keep mine').check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await says(section(), /Saved\./)
    expect(await stored()).toMatchObject({ question: 'How long does Anna’s walk take?' })
    const versions = `/faq-items/versions?where[parent][equals]=${item}&limit=99&depth=0`
    expect(JSON.stringify(await ask(anna, 'GET', versions))).toContain('Ben’s walk')
  })
})
