// Somebody writes while Postgres is really away: the panel says so, keeps the words, and saves them when it is back.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openBrowser } from '../../setup/browser'
import { openProxy, type DatabaseProxy } from '../../setup/databaseProxy'
import { freshDataFolder, keep, script, type Kept } from '../../setup/keep'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, status } from '../panel'

let postgres: Kept
let wire: DatabaseProxy
let site: RunningSite
let browser: Browser
let editor: Page
let id: number

beforeAll(async () => {
  postgres = await keep({
    name: 'postgres-away',
    args: script('tests/setup/servePostgres.ts'),
    readyLine: /^Postgres: (\S+)\?/,
    dataDir: freshDataFolder(),
  })
  wire = await openProxy(postgres.ready)
  const secret = 'a secret of the tests, and of nothing else'
  site = await startSite({ DATABASE_URL: wire.url, PAYLOAD_SECRET: secret })
  browser = await openBrowser()
  editor = await enter(site, browser, 'Edith', 'editor')
  const { doc } = await ask(editor, 'POST', '/articles?draft=true', {
    title: 'Written in a Storm',
    summary: 'Before it.',
    body: richText(paragraph('Text.')),
  })
  id = doc.id
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await wire?.mend()
  await site?.stop()
  await wire?.close()
  await postgres?.stop()
})

const open = async () => {
  await editor.goto(`${site.url}/admin/collections/articles/${id}`)
  await status(editor).waitFor()
}
const summary = () => editor.locator('textarea[name="summary"]')
const line = async () => (await editor.locator('.save-line').allInnerTexts()).join(' ')
const says = (words: RegExp, timeout = 20_000) => expect.poll(line, { timeout }).toMatch(words)
const stored = async () => (await ask(editor, 'GET', `/articles/${id}?draft=true&depth=0`)).summary

describe('what is written while the database is away', () => {
  it('is kept and saved by itself when its connections were cut', async () => {
    await open()
    await wire.cut()
    await summary().fill('Written while it was cut off.')
    await says(/^Not saved\. Kept here, trying again\./, 40_000)
    await editor.screenshot({ path: 'tests/output/database-away.png' })
    await wire.mend()
    await says(/^Saved\./, 60_000)
    expect(await stored()).toBe('Written while it was cut off.')
  }, 150_000)

  it('is kept and saved by itself when the database hangs, which is said before anybody gives up', async () => {
    await open()
    wire.freeze()
    await summary().fill('Written while it hung.')
    await says(/^Not saved( yet)?\. Kept here, (still )?trying/, 15_000)
    await wire.mend()
    await says(/^Saved\./, 60_000)
    expect(await stored()).toBe('Written while it hung.')
  }, 150_000)

  it('survives a reload in the middle of it, and is offered back', async () => {
    await open()
    await wire.cut()
    await summary().fill('Written before the reload.')
    await says(/^Not saved\. Kept here, trying again\./, 40_000)
    await editor.reload({ waitUntil: 'commit' }).catch(() => undefined)
    await wire.mend()
    // The site may still answer that it cannot show the page: an editor tries again.
    const isBack = async () => {
      await editor.goto(`${site.url}/admin/collections/articles/${id}`)
      return summary().isVisible()
    }
    await expect.poll(isBack, { timeout: 30_000, interval: 1000 }).toBe(true)
    await status(editor).waitFor()
    expect(await summary().inputValue()).toBe('Written while it hung.')
    await says(/You have unsaved changes/)
    await editor.getByRole('button', { name: 'Bring back' }).click()
    await says(/^Saved\./)
    expect(await stored()).toBe('Written before the reload.')
  }, 150_000)
})
