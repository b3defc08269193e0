// Every kind of page as readers with a keyboard, a magnifier or a screen reader meet it, with JavaScript off.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeIssues } from '../../setup/axe'
import { openBrowser } from '../../setup/browser'
import { pageKinds, type PageKind } from '../../setup/gallery/pages'
import { startGallery } from '../../setup/gallery/startGallery'
import { focusOrder, sideways } from '../../setup/keyboard'
import type { RunningSite } from '../../setup/site'
import { serveUnavailable } from '../../setup/unavailable'

let site: RunningSite
let browser: Browser
let kinds: PageKind[]
let unavailable: Awaited<ReturnType<typeof serveUnavailable>>

beforeAll(async () => {
  const gallery = await startGallery()
  site = gallery.site
  unavailable = await serveUnavailable(site.url)
  kinds = pageKinds(gallery.filled, unavailable.url)
  browser = await openBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  unavailable?.close()
  await site?.stop()
})

/** Looks at every kind of page in turn; what was found by kind, where something was. */
async function everywhere(
  look: (page: Page, kind: PageKind) => Promise<string[]>,
  options: Parameters<Browser['newContext']>[0],
): Promise<Record<string, string[]>> {
  const context = await browser.newContext({ bypassCSP: true, ...options })
  const page = await context.newPage()
  const found: Record<string, string[]> = {}
  for (const kind of kinds) {
    const answer = await page.goto(new URL(kind.path, site.url).href)
    expect([kind.name, answer?.status()]).toEqual([kind.name, kind.status])
    const issues = await look(page, kind)
    if (issues.length > 0) found[kind.name] = issues
  }
  await context.close()
  return found
}

describe('every kind of page', () => {
  it.each(['light', 'dark'] as const)(
    'leaves axe nothing to say, %s',
    async (colorScheme) => {
      expect(await everywhere(axeIssues, { colorScheme })).toEqual({})
    },
    120_000,
  )

  // 1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10); at 200 % they are 640 (1.4.4).
  it.each([320, 640])(
    'has everything within %i pixels, and cuts nothing off',
    async (width) => {
      const viewport = { width, height: 512 }
      expect(await everywhere(sideways, { viewport, javaScriptEnabled: false })).toEqual({})
    },
    120_000,
  )

  it('can be walked through with the tab key, seen and in order', async () => {
    const viewport = { width: 1280, height: 900 }
    expect(await everywhere(focusOrder, { viewport, javaScriptEnabled: false })).toEqual({})
  }, 240_000)
})
