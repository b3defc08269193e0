// The keyboard alone: an article is submitted, sent back, approved, published and withdrawn without a mouse.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status } from '../panel'

const TITLE = 'Hands Off the Mouse for a Day'
const PATH = '/hands-off-the-mouse-for-a-day'

let site: RunningSite
let browser: Browser
let writer: Page
let editor: Page
let article: string

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  writer = await enter(site, browser, 'Wren', 'writer')
  editor = await enter(site, browser, 'Edith', 'editor')
  const { doc } = await ask(writer, 'POST', '/articles?draft=true', {
    title: TITLE,
    summary: 'What a day with the keyboard is like.',
    body: richText(paragraph('It is quicker than you think.')),
  })
  article = `${site.url}/admin/collections/articles/${doc.id}`
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** What the focused element is called, as far as its own words say it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    return element?.getAttribute('aria-label') ?? element?.innerText?.trim() ?? ''
  })

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 90; tabs++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to “${name}”`)
}

const look = async (page: Page) => {
  await page.goto(article)
  await page.getByRole('group', { name: 'Steps' }).getByRole('button').first().waitFor()
}

const isInDialog = (page: Page) =>
  page.evaluate(() => Boolean(document.activeElement?.closest('dialog')))

const state = (page: Page, words: string) =>
  expect.poll(() => status(page).innerText(), { timeout: 20_000 }).toContain(words)

/** Opens the dialog of a step, says something, and takes it. */
async function step(page: Page, name: string, note = ''): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  await page.keyboard.type(note)
  await page.keyboard.press('Tab')
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

describe('a dialog', () => {
  it('has the keyboard, keeps it, and gives it back on Escape', async () => {
    await look(writer)
    await tabTo(writer, 'Submit for review')
    await writer.keyboard.press('Enter')
    await writer.getByRole('dialog', { name: 'Submit for review' }).waitFor()
    expect(await writer.locator(':focus').evaluate(({ tagName }) => tagName)).toBe('TEXTAREA')
    const stops = new Set<string>()
    for (let tabs = 0; tabs < 8; tabs++) {
      await writer.keyboard.press('Tab')
      if (await isInDialog(writer)) stops.add(await focused(writer))
      // Past the end the browser's own controls come, and then the dialog again; never the page behind it.
      else expect(await writer.locator(':focus').count()).toBe(0)
    }
    expect([...stops]).toEqual(expect.arrayContaining(['Cancel', 'Submit for review']))
    await writer.keyboard.press('Escape')
    await writer.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(writer)).toBe('Submit for review')
  })
})

describe('with the keyboard alone', () => {
  it('a writer submits', async () => {
    await step(writer, 'Submit for review', 'Please have a look.')
    await state(writer, 'in review')
  })

  it('an editor finds it, is told what is missing, and requests changes', async () => {
    await editor.goto(`${site.url}/admin`)
    await editor.getByText('Waiting for my review').waitFor()
    const list = await editor.locator('#work-review summary').innerText()
    await tabTo(editor, list.trim())
    await editor.keyboard.press('Enter')
    await tabTo(editor, TITLE)
    await editor.keyboard.press('Enter')
    await editor.waitForURL(article)
    await editor.getByRole('group', { name: 'Steps' }).getByRole('button').first().waitFor()
    await tabTo(editor, 'Request changes')
    await editor.keyboard.press('Enter')
    const dialog = editor.getByRole('dialog', { name: 'Request changes' })
    await dialog.waitFor()
    await editor.keyboard.press('Tab')
    await tabTo(editor, 'Request changes')
    await editor.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText('Write a few words').waitFor()
    expect(await editor.locator(':focus').evaluate(({ tagName }) => tagName)).toBe('TEXTAREA')
    await editor.keyboard.type('Say which day.')
    await editor.keyboard.press('Tab')
    await tabTo(editor, 'Request changes')
    await editor.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await state(editor, 'changes requested')
  })

  it('the keyboard is not lost with the button of the step that was taken', async () => {
    const inSteps = () =>
      editor.evaluate(() => Boolean(document.activeElement?.closest('.workflow-buttons')))
    expect(await inSteps()).toBe(true)
  })

  it('the writer submits again, the editor approves and publishes, and both are announced', async () => {
    await look(writer)
    await step(writer, 'Submit for review')
    await state(writer, 'in review')
    await look(editor)
    await step(editor, 'Approve')
    await state(editor, 'approved')
    const announced = editor.locator('[aria-live="polite"]')
    await announced.getByText('Done: you approved it.').waitFor()
    await step(editor, 'Publish')
    await state(editor, 'Readers see this version')
    expect((await fetch(site.url + PATH)).status).toBe(200)
  })

  it('the editor withdraws it by the steps that are folded away', async () => {
    await tabTo(editor, 'More steps ▾')
    await editor.keyboard.press('Enter')
    await editor.getByRole('button', { name: 'Withdraw' }).waitFor()
    await editor.keyboard.press('Tab')
    await tabTo(editor, 'Withdraw')
    await editor.keyboard.press('Enter')
    const dialog = editor.getByRole('dialog', { name: 'Withdraw' })
    await dialog.waitFor()
    await editor.keyboard.press('Space')
    await tabTo(editor, 'Withdraw')
    await editor.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await state(editor, 'that it is gone')
    expect((await fetch(site.url + PATH)).status).toBe(410)
  })
})
