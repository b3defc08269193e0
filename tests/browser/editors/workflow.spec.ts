// Three people in the panel take an article from a draft to its readers and away from them again.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { rewrite, signIn, status, take } from '../panel'

const TITLE = 'Resting Well Between Two Walks'
const PATH = '/resting-well-between-two-walks'
const PEOPLE = { writer: 'Wren', editor: 'Edith', admin: 'Ada' }

let site: RunningSite
let browser: Browser
let writer: Page
let editor: Page
let admin: Page
let article: string

async function enter(role: keyof typeof PEOPLE): Promise<Page> {
  const email = `${role}@example.org`
  const options = ['--password', 'a-long-enough-password', '--role', role, '--name', PEOPLE[role]]
  await site.run('user', 'create', '--email', email, ...options)
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage()
  await signIn(page, site.url, email, 'a-long-enough-password')
  return page
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  writer = await enter('writer')
  editor = await enter('editor')
  admin = await enter('admin')
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const read = (): Promise<Response> => fetch(site.url + PATH, { redirect: 'manual' })

async function look(page: Page): Promise<void> {
  await page.goto(article)
  await status(page).waitFor()
}

const count = (page: Page, list: string) =>
  page.locator('details', { hasText: list }).locator('.work-list__count').innerText()

describe('a writer', () => {
  it('is told what a new article still lacks, and is led to the field', async () => {
    await writer.goto(`${site.url}/admin/collections/articles/create`)
    await writer.waitForURL(/articles\/\d+$/)
    article = writer.url()
    await writer.locator('input[name="title"]').fill(TITLE)
    await writer.getByText('The summary is missing.').waitFor()
    await expect
      .poll(() => writer.getByRole('button', { name: 'Submit for review' }).isDisabled())
      .toBe(true)
    const missing = writer.getByRole('listitem').filter({ hasText: 'The summary is missing.' })
    await missing.getByRole('button', { name: 'Go to the field' }).click()
    await expect.poll(() => writer.locator(':focus').getAttribute('name')).toBe('summary')
  })

  it('writes it and submits it, and readers see nothing of it', async () => {
    await rewrite(writer, 'A walk is easier after a rest.')
    await writer.locator('[data-lexical-editor]').first().click()
    await writer.keyboard.type('Sit down for a while, and let both feet rest before you go on.')
    await writer.getByText('Next: Submit for review.').waitFor()
    await take(writer, 'Submit for review', { note: 'Please look at the summary.' })
    await expect.poll(() => status(writer).innerText()).toContain('in review')
    expect(await writer.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)
    expect((await read()).status).toBe(404)
  })
})

describe('an editor', () => {
  it('finds on the dashboard what waits for a review', async () => {
    await editor.goto(`${site.url}/admin`)
    expect(await count(editor, 'Waiting for my review')).toBe('1')
    await editor.getByText('Waiting for my review').click()
    await editor.getByRole('link', { name: TITLE }).click()
    await editor.waitForURL(article)
    await editor.getByText('Please look at the summary.').waitFor()
  })

  it('asks for changes, and has to say which', async () => {
    await editor.getByRole('button', { name: 'Request changes' }).click()
    const dialog = editor.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Request changes' }).click()
    await dialog.getByText('Write a few words').waitFor()
    await dialog.getByLabel('What should change').fill('Say how long a rest.')
    await dialog.getByRole('button', { name: 'Request changes' }).click()
    await expect.poll(() => status(editor).innerText()).toContain('changes requested')
  })

  it('is answered by the writer', async () => {
    await writer.goto(`${site.url}/admin`)
    expect(await count(writer, 'Changes requested from me')).toBe('1')
    await look(writer)
    const asked = writer.getByRole('region', { name: 'Comments (1 open)' })
    await asked.getByText('Say how long a rest.').waitFor()
    await asked.getByRole('button', { name: 'Resolve' }).click()
    await writer.getByRole('region', { name: 'Comments (0 open)' }).waitFor()
    await rewrite(writer, 'A walk is easier after ten minutes of rest.')
    await take(writer, 'Submit for review')
    await expect.poll(() => status(writer).innerText()).toContain('in review')
  })

  it('cannot approve what they changed themselves', async () => {
    await look(editor)
    await rewrite(editor, 'A walk is easier after ten quiet minutes of rest.')
    await editor.getByText('You wrote some of these changes').waitFor()
    expect(await editor.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(
      true,
    )
  })
})

describe('another editor', () => {
  it('approves it, and an edit afterwards voids the approval and is named', async () => {
    await look(admin)
    await take(admin, 'Approve')
    await admin.getByText('The approval holds').waitFor()
    await look(editor)
    await rewrite(editor, 'A walk is easier after ten quiet minutes of sitting.')
    await editor.getByText('The approval no longer holds.').waitFor()
    await editor.getByText('The summary was changed.').waitFor()
    expect(await editor.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(
      true,
    )
  })

  it('approves it again and publishes it, and readers have it at once', async () => {
    await look(admin)
    await take(admin, 'Approve')
    await look(editor)
    await editor.getByRole('button', { name: 'Publish', exact: true }).click()
    await take(admin, 'Publish')
    await expect.poll(() => status(admin).innerText()).toContain('Readers see this version')
    const page = await read()
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('ten quiet minutes of sitting')
  })

  it('was first: whoever is asked whether to publish it too is told who did', async () => {
    const dialog = editor.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await dialog.getByRole('alert').getByText(`${PEOPLE.admin} published it before you`).waitFor()
    await expect.poll(() => status(editor).innerText()).toContain('Readers see this version')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('withdraws it under a notice, which leaves search engines', async () => {
    await take(admin, 'Withdraw', { choice: /^Notice/ })
    await expect.poll(() => status(admin).innerText()).toContain('under a notice')
    const page = await read()
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('noindex')
    await admin.getByText('withdrew it (notice)').waitFor()
  })
})
