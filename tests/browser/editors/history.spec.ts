// A live article is rewritten, looked at in its history, brought back, and published by the clock.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { rewrite, signIn, status, take } from '../panel'

const PASSWORD = 'a-long-enough-password'
const ADDED = 'Ten quiet minutes are enough.'
const SECOND = 'What rest is good for, in twenty quiet minutes.'

interface Article {
  id: number
  path: string
  summary: string
}

let site: RunningSite
let browser: Browser
let editor: Page
let admin: Page
let article: Article

async function enter(role: 'editor' | 'admin', name: string): Promise<Page> {
  const email = `${role}@example.org`
  const account = ['--email', email, '--password', PASSWORD, '--role', role, '--name', name]
  await site.run('user', 'create', ...account)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // Payload says who else has the article open.
  const locked = page.locator('#document-locked')
  await page.addLocatorHandler(locked, () =>
    locked.getByRole('button', { name: 'Take over' }).click(),
  )
  await signIn(page, site.url, email, PASSWORD)
  return page
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  editor = await enter('editor', 'Edith')
  admin = await enter('admin', 'Ada')
  article = await editor.evaluate(async () => {
    const response = await fetch('/api/articles?sort=id&limit=1&depth=0')
    return ((await response.json()) as { docs: [Article] }).docs[0]
  })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const look = async (page: Page, tab = '') => {
  await page.goto(`${site.url}/admin/collections/articles/${article.id}${tab}`)
  await (tab === '' ? status(page) : page.getByText('What happened')).waitFor()
}

/** What readers get of it. */
const read = async (): Promise<string> => (await fetch(site.url + article.path)).text()

const entry = (page: Page, words: string) =>
  page.locator('.history-entry', { hasText: words }).first()

describe('the history', () => {
  it('shows how what an editor wrote differs from what readers see, word by word', async () => {
    await look(editor)
    await rewrite(editor, `${article.summary} ${ADDED}`)
    await editor.getByRole('link', { name: 'Versions and what changed' }).click()
    await editor.getByText('From what readers see').waitFor()
    const summary = editor.getByRole('region', { name: 'summary' })
    await summary.locator('ins').first().waitFor()
    expect(await summary.locator('ins').allInnerTexts()).toEqual([expect.stringContaining(ADDED)])
    expect(await editor.getByRole('region', { name: 'body' }).count()).toBe(0)
  })

  it('compares any two versions that somebody chooses, with the keyboard too', async () => {
    await entry(editor, 'Readers see this')
      .getByRole('radio', { name: /^Compare to/ })
      .focus()
    await editor.keyboard.press('Space')
    await editor.getByText('Both show the same.').waitFor()
    const chosen = editor.url()
    await editor.reload()
    await editor.getByText('Both show the same.').waitFor()
    expect(editor.url()).toBe(chosen)
  })

  it('brings an old version back as a draft, and readers see what they saw', async () => {
    const before = await read()
    await entry(editor, 'Readers see this')
      .getByRole('button', { name: 'Restore as draft' })
      .click()
    const dialog = editor.getByRole('dialog')
    await dialog.getByText('Readers go on seeing what they see now').waitFor()
    await dialog.getByRole('button', { name: 'Restore as draft' }).click()
    await status(editor).waitFor()
    const summary = editor.locator('textarea[name="summary"]')
    await expect.poll(() => summary.inputValue()).toBe(article.summary)
    await expect.poll(() => status(editor).innerText()).toContain('Working version: draft')
    expect(await read()).toBe(before)
  })

  it('keeps what was there before, which comes back in the same way', async () => {
    await look(editor, '/history?from=live')
    await editor.getByText('Both show the same.').waitFor()
    const saved = editor.locator('.history-entry', { hasText: 'Edith saved it' })
    await saved.last().getByRole('button', { name: 'Restore as draft' }).click()
    const dialog = editor.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Restore as draft' }).click()
    await status(editor).waitFor()
    const summary = editor.locator('textarea[name="summary"]')
    await expect.poll(() => summary.inputValue()).toBe(`${article.summary} ${ADDED}`)
  })
})

/** As the field for a date takes it: the clock of the site, which is UTC, so many seconds ahead. */
const ahead = (seconds: number): string =>
  new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19)

describe('a schedule', () => {
  it('locks what was approved until its time', async () => {
    await look(editor)
    await rewrite(editor, SECOND)
    await take(editor, 'Submit for review')
    await expect.poll(() => status(editor).innerText()).toContain('in review')
    await look(admin)
    await take(admin, 'Approve')
    await admin.getByText('The approval holds').waitFor()
    await take(admin, 'Schedule', { date: ahead(86_400) })
    await expect.poll(() => status(admin).innerText()).toContain('scheduled')
    await look(editor, '/history')
    await editor.getByText('It is scheduled, and locked until then. Unschedule it first.').waitFor()
    const restore = editor.getByRole('button', { name: 'Restore as draft' }).first()
    expect(await restore.isDisabled()).toBe(true)
  })

  it('publishes it at its time by itself, and readers have it', async () => {
    expect(await read()).not.toContain(SECOND)
    await take(admin, 'Schedule', { date: ahead(3) })
    await expect.poll(read, { timeout: 90_000, interval: 500 }).toContain(SECOND)
    await look(admin)
    await expect.poll(() => status(admin).innerText()).toContain('Readers see this version')
    await look(editor, '/history')
    await entry(editor, 'The schedule published it').getByText('Readers see this').waitFor()
  }, 120_000)
})
