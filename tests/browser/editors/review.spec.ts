// An editor shows a draft to somebody without an account and without scripts, who says something; the editor works it off.
import type { Browser, Locator, Page, Response } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { paragraph, richText } from '../../fixtures/richText'
import { signIn, status } from '../panel'

const TITLE = 'Breathing Out Before a Lift'
const REMARK = 'The third sentence says “never”. I would say “rarely”.'

let site: RunningSite
let browser: Browser
let editor: Page
let guest: Page
let article: string
let link: string

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  const account = ['--email', 'edith@example.org', '--password', 'a-long-enough-password']
  await site.run('user', 'create', ...account, '--role', 'editor', '--name', 'Edith')
  editor = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage()
  guest = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1100, height: 900 } })
  ).newPage()
  await signIn(editor, site.url, 'edith@example.org', 'a-long-enough-password')
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Written past the form, which other tests fill in. */
const write = (): Promise<number> =>
  editor.evaluate(
    async (data) => {
      const response = await fetch('/api/articles?draft=true', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(data),
      })
      return ((await response.json()) as { doc: { id: number } }).doc.id
    },
    {
      title: TITLE,
      summary: 'When to breathe out, and why it helps.',
      body: richText(paragraph('Breathe out as you lift. Hold nothing back, and never hurry.')),
    },
  )

const comments = (open: number): Locator =>
  editor.getByRole('region', { name: `Comments (${open} open)` })

const reviewLinks = (): Locator => editor.getByRole('region', { name: 'Review links' })

const visit = async (): Promise<Response> => (await guest.goto(link))!

describe('an editor', () => {
  it('finds nothing said yet, says something, and resolves it', async () => {
    article = `${site.url}/admin/collections/articles/${await write()}`
    await editor.goto(article)
    await comments(0).getByText('Nothing is open.').waitFor()
    await comments(0).getByRole('button', { name: 'Comment' }).click()
    await comments(0).getByRole('alert').getByText('Write a few words first.').waitFor()
    await comments(0).getByLabel('Add a comment').fill('Ask Dr. Lind about the breathing.')
    await comments(0).getByRole('button', { name: 'Comment' }).click()
    await comments(1).getByText('Ask Dr. Lind about the breathing.').waitFor()
    await comments(1).getByRole('button', { name: 'Resolve' }).click()
    await comments(0).getByText('1 resolved').click()
    await comments(0).getByText('resolved by Edith').waitFor()
  })

  it('makes a link for a person, by the keyboard alone', async () => {
    await reviewLinks().getByText('Show this version to somebody without an account.').waitFor()
    await reviewLinks().getByRole('button', { name: 'Make a review link' }).focus()
    await editor.keyboard.press('Enter')
    await editor.getByRole('dialog', { name: 'Make a review link' }).waitFor()
    await editor.keyboard.type('Dr. Lind')
    await editor.keyboard.press('Tab')
    await editor.keyboard.type('0')
    await editor.keyboard.press('Enter')
    await editor.getByText('a whole number of days from 1 to 60').waitFor()
    await editor.keyboard.press('Control+A')
    await editor.keyboard.type('14')
    await editor.keyboard.press('Enter')
    link = await reviewLinks().getByLabel('Address for Dr. Lind').inputValue()
    expect(link).toContain(`${site.url}/review/`)
  })
})

describe('a guest without scripts', () => {
  it('reads the draft, told what it is, and asks for nothing but the page', async () => {
    const asked: string[] = []
    // A browser asks for the site's icon when it likes, as for something other than a picture.
    guest.on('request', (request) =>
      asked.push(request.url().includes('/assets/icon-') ? 'icon' : request.resourceType()),
    )
    const response = await visit()
    expect(response.status()).toBe(200)
    expect(response.headers()['referrer-policy']).toBe('no-referrer')
    expect(await guest.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
    await guest.getByText('You were sent version 1 of this article to look at.').waitFor()
    expect(asked).toEqual(expect.arrayContaining(['document', 'stylesheet']))
    expect(asked.filter((kind) => !['document', 'stylesheet', 'icon'].includes(kind))).toEqual([])
  })

  it('is told what is missing, and loses nothing that was typed', async () => {
    await guest.getByLabel('Your remark').fill(REMARK)
    await guest.getByRole('button', { name: 'Send the remark' }).click()
    await guest.getByText('Give your name').waitFor()
    expect(await guest.getByLabel('Your remark').inputValue()).toBe(REMARK)
  })

  it('leaves a remark and is thanked, once', async () => {
    await guest.getByLabel('Your name').fill('Mara Lind')
    await guest.getByRole('button', { name: 'Send the remark' }).click()
    await guest.getByText('Thank you.').waitFor()
    await guest.reload()
    expect(await guest.getByLabel('Your remark').inputValue()).toBe('')
  })
})

describe('the editor again', () => {
  it('finds the remark, marked as a guest’s, and resolves it', async () => {
    await editor.reload()
    await comments(1).getByText(REMARK).waitFor()
    await comments(1).getByText('Mara Lind').waitFor()
    await comments(1).getByText('guest', { exact: true }).waitFor()
    await comments(1).getByRole('button', { name: 'Resolve' }).click()
    await comments(0).getByText('2 resolved').waitFor()
  })

  it('revokes the link, and the guest is told no more than that it is not valid', async () => {
    await reviewLinks().getByRole('button', { name: 'Revoke' }).click()
    await reviewLinks().getByText('Show this version').waitFor()
    expect((await visit()).status()).toBe(404)
    await guest.getByRole('heading', { name: 'This link is not valid any more' }).waitFor()
  })

  it('makes another, which an edit closes', async () => {
    await reviewLinks().getByRole('button', { name: 'Make a review link' }).click()
    await editor.getByRole('button', { name: 'Make the link' }).click()
    link = await reviewLinks()
      .getByLabel(/^Address for/)
      .inputValue()
    expect((await visit()).status()).toBe(200)
    await editor.locator('textarea[name="summary"]').fill('When to breathe out.')
    await reviewLinks().getByText('Show this version').waitFor()
    expect((await visit()).status()).toBe(404)
    await status(editor).waitFor()
  })
})
