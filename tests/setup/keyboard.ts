// What a reader with a keyboard, or with everything made large, meets on a page.
import type { Page } from 'playwright'

/** A table that may be wider than the screen is one too: the arrow keys scroll it. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

interface Focused {
  /** Its place among the page's controls; -1 for what is none. */
  at: number
  what: string
  visible: boolean
}

const FOCUSED = `(() => {
  const controls = [...document.querySelectorAll(${JSON.stringify(CONTROLS)})]
  const element = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const inside = box.bottom > 0 && box.right > 0 && box.top < clientHeight && box.left < clientWidth
  return {
    at: controls.indexOf(element),
    what: element.outerHTML.slice(0, 120),
    visible: inside && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  }
})()`

const COUNT = `document.querySelectorAll(${JSON.stringify(CONTROLS)}).length`

/** Tabs through the whole page: the skip link first, every control once, in the order of the document, with an outline. */
export async function focusOrder(page: Page): Promise<string[]> {
  const count = (await page.evaluate(COUNT)) as number
  const issues: string[] = []
  for (let next = 0; next < count; next++) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(FOCUSED)) as Focused
    if (next === 0 && !focused.what.includes('href="#content"'))
      issues.push(`the first stop is ${focused.what}`)
    if (focused.at !== next) return [...issues, `stop ${next} is ${focused.at}: ${focused.what}`]
    if (!focused.visible) issues.push(`the focus is not to be seen on ${focused.what}`)
  }
  return issues
}

/** Wider than the screen, or cut off by what it stands in; what scrolls by itself is not. */
const CUT = `(() => {
  const { innerWidth } = window
  const found = document.documentElement.scrollWidth > innerWidth
    ? ['the page is ' + document.documentElement.scrollWidth + ' pixels wide'] : []
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, position, clip, clipPath } = getComputedStyle(element)
    if (position === 'absolute' || clip !== 'auto' || clipPath !== 'none') continue
    // Tables may be read in two directions (WCAG 2.2, 1.4.10), as long as the page is not.
    if (element.closest('.table') !== null && !element.matches('.table')) continue
    const box = element.getBoundingClientRect()
    const name = element.outerHTML.slice(0, 120)
    if (box.width > 0 && box.right > innerWidth + 1) found.push('beyond the edge: ' + name)
    if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1)
      found.push('cut off: ' + name)
  }
  return found
})()`

export const sideways = (page: Page): Promise<string[]> => page.evaluate(CUT)
