// throwaway
import { openBrowser } from './setup/browser'
const base = 'http://localhost:4197'
async function main() {
  const browser = await openBrowser()
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: scheme })
      const page = await context.newPage()
      page.setDefaultTimeout(90000)
      page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)))
      await page.goto(`${base}/admin/login`)
      await page.getByLabel('Email').fill('writer@example.org')
      await page.getByLabel('Password').fill('a-long-enough-password')
      await page.getByRole('button', { name: 'Login' }).click()
      await page.waitForURL(`${base}/admin`)
      for (const width of [1280, 768]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${base}/admin/collections/articles/1/history`)
        await page.locator('.history-field').first().waitFor()
        await page.screenshot({ path: `/tmp/dd/shots/${scheme}-${width}.png`, fullPage: true })
      }
      if (scheme === 'light') {
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.getByRole('button', { name: 'Restore as draft' }).first().click()
        await page.getByRole('dialog').waitFor()
        await page.screenshot({ path: `/tmp/dd/shots/restore.png` })
        await page.goto(`${base}/admin/collections/articles/1`)
        await page.getByText('Versions and what changed').waitFor()
        await page.screenshot({ path: `/tmp/dd/shots/edit.png` })
      }
    }
  } finally {
    await browser.close()
  }
}
void main().then(() => process.exit(), (e) => { console.error(e); process.exit(1) })
