// npm run screenshots: every kind of page on a site of its own, taken with the browser of the tests: at full size in
// tests/output/pictures, on sheets in tests/screenshots, and the README's two in docs/pictures.
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { openBrowser } from './setup/browser'
import { takeEveryPage } from './setup/gallery/camera'
import { startGallery } from './setup/gallery/startGallery'
import type { RunningSite } from './setup/site'

const FOLDER = 'docs/pictures'
const ARTICLE = '/how-to-lift-a-heavy-box-with-less-strain'
const TITLE = 'How To Lift a Heavy Box With Less Strain'
const EMAIL = 'editor@example.org'
const PASSWORD = 'only for these pictures'

async function main(): Promise<void> {
  const { site, filled } = await startGallery()
  try {
    await site.run('user', 'create', '--email', EMAIL, '--password', PASSWORD, '--role', 'admin')
    const browser = await openBrowser()
    try {
      await takeArticle(await openPage(browser, site, 1100))
      await takePanel(await openPage(browser, site, 900), site)
      const folders = { pictures: 'tests/output/pictures', sheets: 'tests/screenshots' }
      await takeEveryPage({ browser, origin: site.url, filled, ...folders })
    } finally {
      await browser.close()
    }
  } finally {
    await site.stop()
  }
}

const openPage = (browser: Browser, site: RunningSite, height: number): Promise<Page> =>
  browser.newPage({ baseURL: site.url, colorScheme: 'light', viewport: { width: 1280, height } })

async function takeArticle(page: Page): Promise<void> {
  await page.goto(ARTICLE)
  await take(page, 'article.png')
}

async function takePanel(page: Page, site: RunningSite): Promise<void> {
  await page.goto('/admin')
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${site.url}/admin`)
  await page.goto(`/admin/collections/articles?search=${encodeURIComponent(TITLE)}`)
  await page.getByRole('link', { name: TITLE, exact: true }).click()
  await page.locator('[data-lexical-editor]').first().waitFor()
  await page.waitForLoadState('networkidle')
  await take(page, 'panel.png')
}

/** With a palette of its own a picture of text is a quarter as large. */
async function take(page: Page, name: string): Promise<void> {
  const file = `${FOLDER}/${name}`
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toFile(file)
  console.log(`${file}: ${Math.ceil(size / 1000)} kB`)
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
