// axe on every screen of the panel: nothing of ours is refused or left undecided, and of Payload's only what is named here.
import axe from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { writeInEveryState } from '../inEveryState'
import { enter, status } from '../panel'

/** Everything that this project puts into the panel. */
const OURS = [
  '.work',
  '.workflow-panel',
  '.workflow-dialog',
  '.workflow-buttons',
  '.document-status',
  '.notices',
  '.history',
  '.import-redirects',
].join()

/** Faults of Payload 3.90's own markup, by axe's rule and where it is; a stylesheet cannot mend them. */
const PAYLOADS: readonly [rule: string, within: string, because: string][] = [
  ['aria-hidden-focus', '.react-select', 'the arrow of a list is hidden and can have the focus'],
  ['label', '.react-select', 'the input of a list has its label beside it, not as its own'],
  ['label-title-only', '.react-select', 'the same'],
  ['label', '.react-datepicker-wrapper', 'the input of a date, likewise'],
  ['label', '.checkbox-input', 'the boxes that select rows'],
  ['label-title-only', '.checkbox-input', 'the same'],
  ['label', '.LexicalEditorTheme__block', 'the fields of a block within a text'],
  ['nested-interactive', '.rs__multi-value', 'a chosen value holds its own buttons'],
  ['aria-input-field-name', '.ContentEditable__root', 'the rich text has a label, but no name'],
  ['button-name', '.toolbar-popup, .fixed-toolbar', 'signs without words over the rich text'],
  ['button-name', '.doc-controls__popup, .clipboard-action__popup', 'the three dots'],
  ['button-name', '.clickable-arrow', 'the arrows between pages'],
  ['button-name', '.drawer-link, .date-time-picker', 'signs without words in tables and dates'],
  ['list', '.doc-tabs__tabs', 'tabs within a list that are no list items'],
  ['region', 'body', 'much of a screen stands outside of landmarks'],
  ['landmark-one-main', 'html', 'the same'],
  ['page-has-heading-one', 'html', 'the dashboard begins with headings of the second level'],
  ['landmark-no-duplicate-banner', '.app-header', 'lists have a header of their own'],
  ['landmark-unique', '.app-header', 'the same'],
  ['heading-order', '.relationship-table, .group-field, .file-field', 'headings of its fields'],
  ['heading-order', '.array-field, .no-results, .payload-settings', 'likewise'],
]

/**
 * What axe cannot decide by itself in ours, looked at by hand: words over Payload's fading edges and rows that scroll
 * under them. The pairs of colours are those of the other texts, which axe did measure.
 */
const UNDECIDED = ['color-contrast']

interface Finding {
  rule: string
  target: string
  why: string
}

/** Judges the page as it stands. */
async function judge(page: Page): Promise<{ violations: Finding[]; undecided: Finding[] }> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async ({ OURS, PAYLOADS }) => {
      interface Result {
        id: string
        nodes: { target: string[]; failureSummary?: string; element?: Element }[]
      }
      const { axe } = window as unknown as {
        axe: {
          run(
            on: Document,
            options: object,
          ): Promise<{ violations: Result[]; incomplete: Result[] }>
        }
      }
      const { incomplete, violations } = await axe.run(document, { elementRef: true })
      const found = (results: Result[]) =>
        results.flatMap(({ id, nodes }) =>
          nodes.map(({ element, failureSummary = '', target }) => ({
            rule: id,
            target: target.join(' '),
            why: failureSummary,
            isOurs: Boolean(element?.closest(OURS)),
            isPayloads: PAYLOADS.some(
              ([rule, within]) => rule === id && Boolean(element?.closest(within)),
            ),
          })),
        )
      const plain = ({ rule, target, why }: { rule: string; target: string; why: string }) => ({
        rule,
        target,
        why,
      })
      return {
        violations: found(violations)
          .filter(({ isOurs, isPayloads }) => isOurs || !isPayloads)
          .map(plain),
        undecided: found(incomplete)
          .filter(({ isOurs }) => isOurs)
          .map(plain),
      }
    },
    { OURS, PAYLOADS },
  )
}

async function pass(page: Page): Promise<void> {
  const { undecided, violations } = await judge(page)
  expect(violations).toEqual([])
  expect(undecided.filter(({ rule }) => !UNDECIDED.includes(rule))).toEqual([])
}

let site: RunningSite
let browser: Browser
let writer: Page
let editor: Page
let ids: Record<string, number> = {}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  writer = await enter(site, browser, 'Wren', 'writer')
  editor = await enter(site, browser, 'Edith', 'admin', { colorScheme: 'dark' })
  ids = await writeInEveryState(writer, editor)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Until nothing loads any more: what is not there yet is not judged. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path)
  await page.waitForLoadState('networkidle')
}

async function lookAtArticle(page: Page, name: string): Promise<void> {
  await look(page, `/admin/collections/articles/${ids[name]}`)
  await status(page).waitFor()
  await page.getByRole('region', { name: /^Comments \(/ }).waitFor()
}

describe('axe finds nothing', () => {
  it.each([
    ['the dashboard', ''],
    ['the calendar', '?month=2026-12'],
    ['the calendar as a list', '?as=list'],
    ['the list of articles', '/collections/articles'],
    ['a new image', '/collections/media/create'],
    ['no images', '/collections/media'],
    ['the redirects', '/collections/redirects'],
    ['an FAQ item with the live articles it changes', '/collections/faq-items/1'],
    ['a Read Also link', '/collections/read-also-links/1'],
    ['the site settings', '/globals/site-settings'],
    ['the navigation', '/globals/navigation'],
    ['the account', '/account'],
  ])('on %s', async (_, path) => {
    await look(editor, `/admin${path}`)
    await pass(editor)
  })

  it('on the screen to sign in', async () => {
    const stranger = await browser.newPage()
    await look(stranger, '/admin/login')
    await pass(stranger)
    await stranger.close()
  })

  it.each([
    'a draft',
    'a review',
    'changes',
    'an approval',
    'a void approval',
    'a schedule',
    'a publication',
    'force',
    'a withdrawal',
  ])('on an article with %s, as an editor in the dark', async (name) => {
    await lookAtArticle(editor, name)
    await pass(editor)
  })

  it.each(['a draft', 'a review', 'changes'])(
    'on an article with %s, as its writer in the light',
    async (name) => {
      await lookAtArticle(writer, name)
      await pass(writer)
    },
  )

  it('on the history with its differences, and on the way back', async () => {
    await look(editor, `/admin/collections/articles/${ids['a publication']}/history`)
    await editor.getByText('From what readers see').waitFor()
    await pass(editor)
    await editor.getByRole('button', { name: 'Restore as draft' }).first().click()
    await editor.getByRole('dialog').waitFor()
    await pass(editor)
  })

  it.each([
    ['a review', 'Approve'],
    ['a review', 'Request changes'],
    ['an approval', 'Schedule'],
    ['a draft', 'Make a review link'],
  ])('on an article with %s and its dialog “%s”, refused', async (name, step) => {
    await lookAtArticle(editor, name)
    await editor.getByRole('button', { name: step, exact: true }).click()
    const dialog = editor.getByRole('dialog')
    await dialog.waitFor()
    if (step === 'Request changes' || step === 'Schedule') {
      await dialog.getByRole('button', { name: step }).click()
      await dialog.getByRole('alert').waitFor()
    }
    await pass(editor)
  })

  it('on the notices', async () => {
    await look(editor, '/admin')
    await editor.getByRole('button', { name: /^Notices/ }).click()
    await editor.getByRole('heading', { name: 'Notices' }).waitFor()
    await pass(editor)
  })
})
