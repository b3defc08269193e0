// An editor in the admin panel: signs in, edits, previews, publishes.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { signIn, take } from '../panel'

const EMAIL = 'editor@example.org'
const COLLEAGUE = 'colleague@example.org'
const PASSWORD = 'a-long-enough-password'
const ARTICLE = '/how-to-set-up-a-desk-your-neck-will-forgive'

let site: RunningSite
let browser: Browser
let page: Page
let colleague: Page

beforeAll(async () => {
  site = await startSite()
  for (const email of [EMAIL, COLLEAGUE])
    await site.run('user', 'create', '--email', email, '--password', PASSWORD, '--role', 'editor')
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  colleague = await browser.newPage({ viewport: { width: 1280, height: 900 } })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const read = async (at: string) => (await fetch(site.url + at)).text()

/** The row's own page in the panel, from the list by its title. */
async function open(collection: string, title: string): Promise<void> {
  await page.goto(`${site.url}/admin/collections/${collection}?search=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.waitForURL(new RegExp(`/${collection}/\\d+$`))
}

describe('an editor', () => {
  it('signs in', async () => {
    await signIn(page, site.url, EMAIL, PASSWORD)
    await page.getByText('FAQ items').first().waitFor()
  })

  it('edits an FAQ answer, a colleague approves and publishes it, and it is on the public page within a second', async () => {
    const words = 'Ask again after a week.'
    const question = (await read(ARTICLE)).match(/<h3 id="faq-[^>]*>([^<]+)/)![1]!
    await open('faq-items', question)
    await page
      .getByRole('textbox', { name: 'Answer' })
      .or(page.locator('[data-lexical-editor]'))
      .first()
      .click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(` ${words}`)
    await take(page, 'Submit for review')
    expect(await read(ARTICLE)).not.toContain(words)
    await signIn(colleague, site.url, COLLEAGUE, PASSWORD)
    await colleague.goto(page.url())
    await take(colleague, 'Approve')
    await take(colleague, 'Publish')
    await expect.poll(() => read(ARTICLE), { timeout: 1000, interval: 50 }).toContain(words)
    const answers = (await read(ARTICLE)).split('application/ld+json')[1]!.split('</script>')[0]!
    expect(answers).toContain(words)
  })

  it('sees where an FAQ item is used, and where it is marked up', async () => {
    await page.getByText('The articles that show this item.').waitFor()
    const title = 'How To Set Up a Desk Your Neck Will Forgive'
    await expect.poll(() => page.getByRole('table').getByText(title).count()).toBeGreaterThan(1)
  })

  it('previews the working version, privately, while readers keep the live one', async () => {
    const title = 'How To Set Up a Desk Your Neck Will Forgive'
    await open('articles', title)
    await page.locator('input[name="title"]').fill(`${title}, Reconsidered`)
    await page
      .getByRole('button', { name: /live preview/i })
      .or(page.locator('#live-preview-toggler'))
      .first()
      .click()
    const preview = page.frameLocator('iframe')
    await preview.getByText('Preview of the working version').waitFor()
    await expect
      .poll(() => preview.locator('h1').innerText(), { timeout: 15_000 })
      .toContain('Reconsidered')
    const address = (await page.locator('iframe').getAttribute('src'))!
    const response = await fetch(new URL(address, site.url))
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(await read(ARTICLE)).not.toContain('Reconsidered')
  })

  it('has a preview address that nobody else can make up', async () => {
    const address = new URL((await page.locator('iframe').getAttribute('src'))!, site.url)
    const status = async (change: (url: URL) => void) => {
      const url = new URL(address)
      change(url)
      return (await fetch(url)).status
    }
    expect(await status(() => undefined)).toBe(200)
    expect(await status((url) => (url.search = ''))).toBe(404)
    expect(await status((url) => url.searchParams.set('signature', 'x'))).toBe(404)
    expect(await status((url) => url.searchParams.set('expires', '9999999999'))).toBe(404)
    expect(await status((url) => (url.pathname = url.pathname.replace(/\d+$/, '1')))).toBe(404)
  })

  it('is told which field is wrong', async () => {
    await page.locator('input[name="path"]').fill('/admin/mine')
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await page.getByText('/admin is reserved for the site itself').first().waitFor()
    expect((await fetch(`${site.url}${ARTICLE}`)).status).toBe(200)
  })
})

describe('a stranger', () => {
  it('is told how to make the first account only by the command line, and cannot sign in by guessing', async () => {
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(`${site.url}/admin/create-first-user`)
    expect(await stranger.locator('input[type="password"]').count()).toBeLessThanOrEqual(1)
    const answers = await Promise.all(
      ['editor@example.org', 'nobody@example.org'].map(async (email) => {
        const response = await fetch(`${site.url}/api/users/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email, password: 'wrong-password-here' }),
        })
        return [response.status, await response.text()]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })
})
