// What the browser tests do in the admin panel, in words.
import type { Browser, Locator, Page } from 'playwright'
import type { RunningSite } from '../setup/site'

const PASSWORD = 'a-long-enough-password'

/** Makes an account, named by its first name, and signs in with it on a desk's screen. */
export async function enter(
  site: RunningSite,
  browser: Browser,
  name: string,
  role: string,
  options: { colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const email = `${name.toLowerCase()}@example.org`
  const account = ['--email', email, '--password', PASSWORD, '--role', role, '--name', name]
  await site.run('user', 'create', ...account)
  const viewport = { width: 1440, height: 900 }
  const page = await (await browser.newContext({ viewport, ...options })).newPage()
  page.setDefaultTimeout(20_000)
  await signIn(page, site.url, email, PASSWORD)
  return page
}

export async function signIn(
  page: Page,
  site: string,
  email: string,
  password: string,
): Promise<void> {
  await page.goto(`${site}/admin/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${site}/admin`)
}

/** The line that says what readers see, and how far the working version is. */
export const status = (page: Page): Locator => page.locator('.workflow-status[role="status"]')

/** Takes a step of the workflow by its button, wherever that stands, and waits until it happened. */
export async function take(
  page: Page,
  step: string,
  answers: { note?: string; choice?: RegExp; date?: string } = {},
): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true })
  const more = page.getByText('More steps')
  await button.or(more).first().waitFor()
  if (!(await button.isVisible())) await more.click()
  await button.click()
  const dialog = page.getByRole('dialog')
  if (answers.choice) await dialog.getByLabel(answers.choice).check()
  if (answers.date) await dialog.getByLabel('Date and time').fill(answers.date)
  if (answers.note) await dialog.getByRole('textbox').fill(answers.note)
  await dialog.getByRole('button', { name: step }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Writes another summary into the article on the screen, and waits until the site has it. */
export async function rewrite(page: Page, summary: string): Promise<void> {
  const saved = page.waitForResponse(
    (response) =>
      response.ok() &&
      response.request().method() === 'PATCH' &&
      (response.request().postData() ?? '').includes(summary),
  )
  await page.locator('textarea[name="summary"]').fill(summary)
  await saved
}

/** Asks the site's own interface, as the person who is signed in. */
export const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ({ method, path, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(`/api${path}`, { method, headers, body: JSON.stringify(body) })
      return response.json()
    },
    { method, path, body },
  )
