// A Read Also block is made by choosing its target: suggested, found by words or typed as an address, with no second document to save.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status } from '../panel'

const SOON = { timeout: 20_000 }

let site: RunningSite
let browser: Browser
let anna: Page
let article: number

const block = (id: string) =>
  ({ type: 'block', version: 2, format: '', fields: { id, blockType: 'readAlso' } }) as never

const section = () => anna.locator('.read-also-block')
const search = () => section().getByLabel(/^Find an article/)
const links = async (): Promise<number[]> =>
  (await ask(anna, 'GET', `/articles/${article}?draft=true&depth=0`)).body.root.children.flatMap(
    ({ fields }: { fields?: { link?: number } }) => fields?.link ?? [],
  )
const link = (id: number | undefined) =>
  ask(anna, 'GET', `/read-also-links/${id}?draft=true&depth=0`)
const picture = (name: string) =>
  anna.screenshot({ path: `tests/output/read-also-${name}.png`, fullPage: true })

async function open(): Promise<void> {
  await anna.goto(`${site.url}/admin/collections/articles/${article}`)
  await status(anna).waitFor()
  await section().first().waitFor(SOON)
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  anna = await enter(site, browser, 'Anna', 'editor')
  await ask(anna, 'POST', '/articles?draft=true', { title: 'Zebras at Dawn', summary: 'Short.' })
  const { doc } = await ask(anna, 'POST', '/articles?draft=true', {
    title: 'A Screen and a Break',
    summary: 'In short.',
    body: richText(paragraph('Text.'), block('a')),
  })
  article = doc.id
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe('a Read Also block', () => {
  it('suggests articles with the reason, and one click is all', async () => {
    await open()
    const suggestions = section().getByRole('list', { name: 'Suggestions' })
    await suggestions
      .getByText(/shares words: /)
      .first()
      .waitFor(SOON)
    expect(await suggestions.getByRole('listitem').count()).toBeLessThanOrEqual(3)
    await picture('suggestions')
    const chosen = suggestions.getByRole('button').first()
    const title = await chosen.innerText()
    await chosen.click()
    await section().getByText(`Read also: ${title}`).waitFor(SOON)
    await expect.poll(async () => (await links()).length, SOON).toBe(1)
    expect(await link((await links())[0])).toMatchObject({ kind: 'internal', title })
    await picture('chosen')
  })

  it('leads to something else, found by words, by the keyboard alone', async () => {
    const [before] = await links()
    await section().getByRole('button', { name: 'Lead to something else' }).focus()
    await anna.keyboard.press('Enter')
    await search().focus()
    await anna.keyboard.type('zebras dawn')
    await section().getByRole('button', { name: 'Zebras at Dawn' }).waitFor(SOON)
    await anna.keyboard.press('Tab')
    await anna.keyboard.press('Enter')
    await section().getByText('Read also: Zebras at Dawn').waitFor(SOON)
    await section().getByText('readers do not see this line yet').waitFor()
    await expect.poll(async () => (await links())[0], SOON).not.toBe(before)
  })

  it('takes an address of the web with its title, and uses a link again', async () => {
    const typeIt = async () => {
      await section().getByRole('button', { name: 'Lead to something else' }).click()
      await search().fill('https://example.org/desks')
      await section().getByLabel('Title that readers see').fill('Desks of the world')
      await section().getByRole('button', { name: 'Use this address' }).click()
      await section().getByText('Read also: Desks of the world').waitFor(SOON)
    }
    await typeIt()
    await expect.poll(async () => (await link((await links())[0])).kind, SOON).toBe('external')
    const [external] = await links()
    await typeIt()
    const same = `/read-also-links?where[url][equals]=https://example.org/desks&draft=true`
    expect((await ask(anna, 'GET', same)).docs.map(({ id }: { id: number }) => id)).toEqual([
      external,
    ])
  })
})
