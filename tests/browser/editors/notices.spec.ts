// The bell in the panel: it counts, leads to the document, and marks what was seen, with the keyboard too.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { paragraph, richText } from '../../fixtures/richText'
import { signIn } from '../panel'

const PASSWORD = 'a-long-enough-password'

let site: RunningSite
let browser: Browser
let editor: Page
let send: (path: string, body: object) => Promise<{ doc: { id: number } }>

const enter = (name: string, role: string) => {
  const account = ['--email', `${role}@example.org`, '--password', PASSWORD]
  return site.run('user', 'create', ...account, '--role', role, '--name', name)
}

/** The account that is signed in by REST, as a script would. */
async function sender(email: string): Promise<typeof send> {
  const post = async (path: string, body: object, token?: string) => {
    const response = await fetch(`${site.url}/api${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `JWT ${token}` }),
      },
      body: JSON.stringify(body),
    })
    expect(response.ok).toBe(true)
    return response.json()
  }
  const { token } = await post('/users/login', { email, password: PASSWORD })
  return (path, body) => post(path, body, token)
}

async function submit(title: string): Promise<number> {
  const content = { title, summary: 'In short.', body: richText(paragraph('Text.')) }
  const { doc } = await send('/articles?draft=true', content)
  await send(`/articles/${doc.id}/events`, { event: 'submit', version: 1, note: `About ${title}` })
  return doc.id
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  await enter('Wren', 'writer')
  await enter('Edith', 'editor')
  send = await sender('writer@example.org')
  editor = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await signIn(editor, site.url, 'editor@example.org', PASSWORD)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const bell = (page: Page) => page.getByRole('button', { name: /^Notices/ })
const list = (page: Page) => page.getByRole('region', { name: 'Notices' })
const bellSays = () => bell(editor).getAttribute('aria-label')

describe('the bell', () => {
  it('is quiet while nothing happened, and says what will appear', async () => {
    await editor.goto(`${site.url}/admin`)
    expect(await bellSays()).toBe('Notices')
    await bell(editor).click()
    await list(editor).getByText('Nothing yet.').waitFor()
    await editor.keyboard.press('Escape')
    await expect.poll(() => list(editor).isVisible()).toBe(false)
  })

  it('counts what is new, and leads to the document, which marks it as seen', async () => {
    const id = await submit('Walking Uphill')
    await submit('Walking Downhill')
    await editor.goto(`${site.url}/admin`)
    await expect.poll(bellSays).toBe('Notices, 2 not seen yet')
    await bell(editor).click()
    await list(editor).getByText('About Walking Downhill').waitFor()
    await list(editor)
      .getByRole('link', { name: /Wren submitted “Walking Uphill”/ })
      .click()
    await editor.waitForURL(`${site.url}/admin/collections/articles/${id}`)
    await expect.poll(bellSays).toBe('Notices, 1 not seen yet')
    expect(await list(editor).isVisible()).toBe(false)
  })

  it('marks all as seen by the keyboard alone, and it stays so', async () => {
    await submit('Walking Home')
    await editor.goto(`${site.url}/admin`)
    await expect.poll(bellSays).toBe('Notices, 2 not seen yet')
    await bell(editor).focus()
    await editor.keyboard.press('Enter')
    await list(editor).getByRole('button', { name: 'Mark all as seen' }).waitFor()
    await editor.keyboard.press('Tab')
    expect(await editor.locator(':focus').innerText()).toBe('Mark all as seen')
    await editor.keyboard.press('Enter')
    await expect.poll(bellSays).toBe('Notices')
    await editor.reload()
    await bell(editor).click()
    await list(editor).getByText('“Walking Home”').waitFor()
    expect(await bellSays()).toBe('Notices')
    expect(await list(editor).getByRole('button').count()).toBe(0)
  })
})
