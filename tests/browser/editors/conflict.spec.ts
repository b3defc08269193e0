// Two editors on one article, a network that comes and goes, a text that is locked: nobody's words are lost, and the panel says so.
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status, take } from '../panel'

let site: RunningSite
let browser: Browser
let anna: Page
let ben: Page
let article: string
let id: string

const stored = (page: Page) => ask(page, 'GET', `/articles/${id}?draft=true&depth=0`)

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  anna = await enter(site, browser, 'Anna', 'editor')
  ben = await enter(site, browser, 'Ben', 'admin')
  const created = await ask(anna, 'POST', '/articles?draft=true', {
    title: 'Two Hands on One Text',
    summary: 'How it began.',
    body: richText(paragraph('The first words.')),
  })
  id = String(created.doc.id)
  // Both write here, and one of them approves in the end.
  await ask(ben, 'POST', '/globals/site-settings', { fourEyes: false })
  article = `${site.url}/admin/collections/articles/${id}`
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const SOON = { timeout: 20_000 }

/** Waits until the words are stored. */
const storedText = (page: Page, words: string) =>
  expect.poll(async () => JSON.stringify(await stored(page)), SOON).toContain(words)

const open = async (page: Page) => {
  await page.goto(article)
  await status(page).waitFor()
}
const summary = (page: Page) => page.locator('textarea[name="summary"]')
const title = (page: Page) => page.locator('input[name="title"]')
/** What the panel says about saving, until it is that. */
const says = (page: Page, words: RegExp, wait = SOON) =>
  expect
    .poll(async () => (await page.locator('.save-line').allInnerTexts()).join('\n'), wait)
    .toMatch(words)
const SAVED = /^Saved\./m

const choose = async (page: Page, field: string, choice: string) =>
  page.getByRole('group', { name: field }).getByLabel(choice).check()

describe('two editors with one article open', () => {
  it('see each other', async () => {
    await open(anna)
    await open(ben)
    await ben.getByText(/Anna has this open, since \d\d:\d\d/).waitFor()
    await anna.getByText(/Ben has this open/).waitFor({ timeout: 30_000 })
    expect(await ben.locator('#document-locked').count()).toBe(0)
  })

  it('write into different fields, and both are kept without a question', async () => {
    await summary(anna).fill('What Anna wrote.')
    await says(anna, SAVED)
    await title(ben).fill('Four Hands on One Text')
    await says(ben, /Saved\. Anna saved a newer version at \d\d:\d\d, in other fields/)
    expect(await summary(ben).inputValue()).toBe('What Anna wrote.')
    expect(await stored(ben)).toMatchObject({
      title: 'Four Hands on One Text',
      summary: 'What Anna wrote.',
    })
  })

  it('write into the same fields: the second sees both texts, and keeps both', async () => {
    await open(anna)
    await summary(anna).fill('What Anna thinks.')
    await anna.locator('[data-lexical-editor]').first().click()
    await anna.keyboard.press('Control+End')
    await anna.keyboard.type(' And hers.')
    await storedText(anna, 'And hers.')

    await summary(ben).fill('What Ben thinks.')
    await ben.locator('[data-lexical-editor]').first().click()
    await ben.keyboard.press('Control+End')
    await ben.keyboard.type(' And his.')
    await says(ben, /Not saved: Anna saved a newer version at .* Nothing of yours is lost\./)
    expect(await stored(ben)).toMatchObject({ summary: 'What Anna thinks.' })

    await ben.getByRole('button', { name: 'Compare both texts' }).click()
    const dialog = ben.getByRole('dialog')
    for (const words of ['What Anna thinks.', 'What Ben thinks.', 'And hers.', 'And his.'])
      await dialog.getByText(words).waitFor()
    await ben.screenshot({ path: 'tests/output/conflict-dialog.png' })
    await dialog.getByRole('button', { name: 'Later' }).click()
  })

  it('lose nothing by a reload before it is decided', async () => {
    await open(ben)
    expect(await summary(ben).inputValue()).toBe('What Anna thinks.')
    await says(ben, /You have unsaved changes of \d\d:\d\d/)
    await ben.screenshot({ path: 'tests/output/conflict-kept.png' })
    await ben.getByRole('button', { name: 'Bring back' }).click()
    const dialog = ben.getByRole('dialog')
    await dialog.waitFor()
    await choose(ben, 'Summary', 'Take theirs')
    await choose(ben, 'Body', 'Keep both')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await says(ben, SAVED)
    const text = JSON.stringify(await stored(ben))
    for (const words of ['What Anna thinks.', 'And hers.', 'And his.'])
      expect(text).toContain(words)
    expect(text).not.toContain('What Ben thinks.')
    await ben.getByText('And his.').waitFor()
    await ben.getByText('And hers.').waitFor()
    await open(ben)
    expect(await ben.getByText('You have unsaved changes').count()).toBe(0)
  })

  it('are told by the button at once, and may keep their own', async () => {
    await open(anna)
    await summary(anna).fill('Anna again.')
    await says(anna, SAVED)
    await summary(ben).fill('Ben again.')
    await ben.getByRole('button', { name: 'Save Draft' }).click()
    await choose(ben, 'Summary', 'Keep mine')
    await ben.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await says(ben, SAVED)
    expect(await stored(ben)).toMatchObject({ summary: 'Ben again.' })
    const { docs } = await ask(
      ben,
      'GET',
      `/articles/versions?where[parent][equals]=${id}&limit=99`,
    )
    const texts = (docs as { version: { summary: string } }[]).map(({ version }) => version.summary)
    expect(texts).toContain('Anna again.')
  })
})

describe('a text that cannot be saved', () => {
  it.each([
    ['the network is down', (page: Page) => page.route('**/api/articles/**', (r) => r.abort())],
    [
      'the database is away',
      (page: Page) =>
        page.route('**/api/articles/**', (route) => route.fulfill({ status: 503, body: '' })),
    ],
  ])('is kept while %s, and saved by itself when it is back', async (what, breakIt) => {
    await open(ben)
    await breakIt(ben)
    const words = `Written while ${what}.`
    await summary(ben).fill(words)
    await says(ben, /^Not saved\. Kept here, trying again\./m)
    await ben.screenshot({ path: 'tests/output/conflict-not-saved.png' })
    await ben.unroute('**/api/articles/**')
    await says(ben, SAVED, { timeout: 40_000 })
    expect(await stored(ben)).toMatchObject({ summary: words })
  })

  it('that nobody signed in for is kept, and saved when somebody has signed in again', async () => {
    await open(ben)
    const cookies = await ben.context().cookies()
    await ben.context().clearCookies()
    await summary(ben).fill('Written after the session.')
    await says(ben, /Not saved\. Kept here: sign in again/)
    await ben.context().addCookies(cookies)
    await says(ben, SAVED, { timeout: 40_000 })
    expect(await stored(ben)).toMatchObject({ summary: 'Written after the session.' })
  })
})

describe('a text that is not to be edited now', () => {
  const isEditable = (page: Page) => summary(page).isEditable()

  it('is not approved in a version that was saved after it was opened', async () => {
    await open(anna)
    await summary(anna).fill('For review.')
    await says(anna, SAVED)
    await take(anna, 'Submit for review')
    await open(ben)
    await summary(anna).fill('For review, and changed again.')
    await storedText(anna, 'For review, and changed again.')
    await ben.getByRole('button', { name: 'Approve', exact: true }).click()
    const dialog = ben.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await dialog.getByText('It was saved again after you opened it.').waitFor()
    expect((await ask(anna, 'GET', `/articles/${id}/workflow`)).state).toBe('in_review')
  })

  it('is read-only while it is scheduled, and says what to do', async () => {
    await open(ben)
    await take(ben, 'Approve')
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const { version } = await ask(ben, 'GET', `/articles/${id}/workflow`)
    await ask(ben, 'POST', `/articles/${id}/events`, { event: 'schedule', version, at })
    await open(anna)
    await anna.getByText('Scheduled: unschedule it to edit.').waitFor()
    await expect.poll(() => isEditable(anna), SOON).toBe(false)
    expect(await anna.locator('[contenteditable="true"]').count()).toBe(0)
    await anna.screenshot({ path: 'tests/output/conflict-scheduled.png' })
    await take(anna, 'Unschedule')
    await expect.poll(() => isEditable(anna), SOON).toBe(true)
    const editors = () => anna.locator('[contenteditable="true"]').count()
    await expect.poll(editors, SOON).toBeGreaterThan(0)
  })

  /** From wherever the case before has left it. */
  async function scheduled() {
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const { version } = await ask(anna, 'GET', `/articles/${id}/workflow`)
    for (const event of ['submit', 'approve', 'schedule'])
      await ask(anna, 'POST', `/articles/${id}/events`, { event, version, at })
    expect(await ask(anna, 'GET', `/articles/${id}/workflow`)).toMatchObject({ state: 'scheduled' })
  }

  it.each<[string, (field: Locator) => Promise<void>]>([
    ['pauses', (field) => field.fill('Too late by a minute.')],
    // Longer than the panel takes to learn of it, and without the pause that saves.
    [
      'writes on',
      (field) => field.pressSequentially(' Too late by a minute.'.repeat(2), { delay: 150 }),
    ],
  ])(
    'stays where it is when it is scheduled under the hands of somebody who %s',
    async (_, write) => {
      await open(ben)
      await scheduled()
      await write(summary(ben))
      await says(ben, /Not saved: .* Kept here\./)
      await ben.getByText('Scheduled: unschedule it to edit.').waitFor()
      const written = await summary(ben).inputValue()
      expect(written).toContain('Too late')
      await open(ben)
      await says(ben, /You have unsaved changes/)
      await take(ben, 'Unschedule')
      await ben.getByRole('button', { name: 'Bring back' }).click()
      await says(ben, SAVED)
      expect(await stored(ben)).toMatchObject({ summary: written })
    },
  )
})
