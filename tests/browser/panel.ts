// What the browser tests do in the admin panel, in words.
import type { Locator, Page } from 'playwright'

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
