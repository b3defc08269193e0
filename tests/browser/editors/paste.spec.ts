// Text from elsewhere is pasted in the panel: what survives is saved and reaches readers, what does not is named at once.
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isData } from '@/domain/values/isData'
import { openBrowser } from '../../setup/browser'
import { startSite, type RunningSite } from '../../setup/site'
import { ask, enter, take } from '../panel'

const ARTICLE = '/how-to-set-up-a-desk-your-neck-will-forgive'
const REMOTE = 'https://pictures.example.org/desk.png?size=large'
/** A green point. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const SOON = { timeout: 20_000 }

let site: RunningSite
let browser: Browser
let page: Page
let id: string

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  page = await enter(site, browser, 'Anna', 'admin')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  // She writes, approves and publishes.
  await ask(page, 'POST', '/globals/site-settings', { fourEyes: false })
  const { docs } = await ask(page, 'GET', `/articles?where[path][equals]=${ARTICLE}&depth=0`)
  id = String(docs[0].id)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const read = async (at: string) => (await fetch(site.url + at)).text()
const stored = async () =>
  (await ask(page, 'GET', `/articles/${id}?draft=true&depth=0`)).body as unknown

/** The editor follows the browser's selection a moment later. */
const isAtEnd = (): boolean => {
  const { anchorNode, anchorOffset } = document.getSelection() ?? {}
  return anchorOffset === (anchorNode?.textContent ?? '').length
}

/** Copies the HTML as another program would, and pastes it with the keyboard at the end of the text. */
async function paste(html: string): Promise<void> {
  const editor = page.locator('[data-lexical-editor]').first()
  // The last paragraph: elsewhere a click may meet a field of a block in the text.
  await editor.locator(':scope > p').last().click()
  await page.keyboard.press('Control+End')
  await expect.poll(() => page.evaluate(isAtEnd)).toBe(true)
  await page.keyboard.press('Enter')
  await page.evaluate((html) => {
    const copy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/html', html)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('copy', copy, { capture: true, once: true })
    document.execCommand('copy')
  }, html)
  await page.keyboard.press('Control+V')
}

const message = () => page.getByRole('status', { name: 'What pasting changed' }).first()

/** The kinds of nodes below one, each as often as it is there. */
const kinds = (node: unknown): string[] => {
  if (!isData(node)) return []
  const children = Array.isArray(node.children) ? node.children : []
  const name = node.type === 'heading' ? String(node.tag) : String(node.type)
  return [name, ...children.flatMap(kinds)]
}

const blocks = async (): Promise<unknown[]> => {
  const body = await stored()
  return isData(body) && isData(body.root) && Array.isArray(body.root.children)
    ? body.root.children
    : []
}

describe('text from elsewhere', () => {
  it('is fitted when it is pasted, and all that is lost or changed is named', async () => {
    await page.goto(`${site.url}/admin/collections/articles/${id}`)
    await paste(`
      <h1>Pasted chief heading</h1>
      <p>Pasted <u>underlined</u> and <b>bold</b> words, <a href="javascript:alert(1)">bad</a>
        and <a href="https://example.org/good">good</a>.</p>
      <img src="${REMOTE}">
      <h4>Pasted small heading</h4>
      <ul><li>Outer<ol><li>Inner</li></ol></li></ul>
      <hr>
      <blockquote><p>First line</p><p>Second line</p></blockquote>
      <table><tr><td>Left</td><td>Right</td></tr></table>
      <iframe src="https://films.example.org/1"></iframe>`)
    await message().getByText('1 picture left out').waitFor()
    const said = await message().innerText()
    for (const words of [
      REMOTE,
      '1 embedded film',
      'https://films.example.org/1',
      '1 link made plain words',
      'javascript:alert(1)',
      '1 table made plain lines',
      '1 horizontal rule left out',
      '2 headings moved to another level',
      '1 underlining left out',
    ])
      expect(said).toContain(words)
  })

  it('is saved as it stands in the text', async () => {
    await expect.poll(async () => JSON.stringify(await stored()), SOON).toContain('Left | Right')
    const all = await blocks()
    const first = all.findIndex((node) => JSON.stringify(node).includes('Pasted chief heading'))
    const pasted = all.slice(first).map((node) => kinds(node).join(' '))
    expect(pasted.slice(0, 6)).toEqual([
      'h2 text',
      'paragraph text text text link text text',
      'h3 text',
      'list listitem text listitem list listitem text',
      'quote text linebreak text',
      'paragraph text',
    ])
    expect(JSON.stringify(all)).not.toContain(REMOTE)
  })

  it('reaches readers', async () => {
    await page.reload()
    await take(page, 'Submit for review')
    await take(page, 'Approve')
    await take(page, 'Publish')
    await expect.poll(() => read(ARTICLE), SOON).toContain('Pasted chief heading')
    const html = await read(ARTICLE)
    expect(html).toMatch(/<h2[^>]*>Pasted chief heading<\/h2>/)
    expect(html).toMatch(/<h3[^>]*>Pasted small heading<\/h3>/)
    expect(html).toContain('<strong>bold</strong>')
    expect(html).toContain('<li>Outer<ol><li>Inner</li></ol></li>')
    expect(html).toContain('First line<br/>Second line')
    expect(html).toContain('<p>Left | Right</p>')
  })

  it('of which nothing is lost takes the message away, and so does the button', async () => {
    await page.goto(`${site.url}/admin/collections/articles/${id}`)
    await paste('<p>one</p><hr><p>two</p>')
    await message().getByText('1 horizontal rule left out').waitFor()
    await message().getByRole('button', { name: 'Dismiss' }).click()
    await expect.poll(() => message().innerText()).toBe('')
    await paste('<p>three</p><hr>')
    await message().getByText('1 horizontal rule left out').waitFor()
    await paste('<p>four</p>')
    await expect.poll(() => message().innerText()).toBe('')
  })

  it('is fitted as well when it is dropped', async () => {
    await page.evaluate(() => {
      const source = document.createElement('div')
      source.id = 'elsewhere'
      source.draggable = true
      source.textContent = 'Drag me'
      source.style.cssText = 'position:fixed;top:0;right:0;z-index:9999'
      source.addEventListener('dragstart', ({ dataTransfer }) =>
        dataTransfer?.setData('text/html', '<p>Dropped words</p><hr>'),
      )
      document.body.append(source)
    })
    const last = page.locator('[data-lexical-editor]').first().locator(':scope > p').last()
    await page.locator('#elsewhere').dragTo(last)
    await message().getByText('1 horizontal rule left out').waitFor()
    await expect.poll(async () => JSON.stringify(await stored()), SOON).toContain('Dropped words')
  })

  it('with a picture in it opens its upload, and never saves its bytes as an address', async () => {
    await paste(`<p>With a picture</p><img src="data:image/png;base64,${PNG}">`)
    await page.getByText('1 File to Upload').first().waitFor()
    await expect.poll(async () => JSON.stringify(await stored()), SOON).toContain('"pending"')
    expect(JSON.stringify(await stored())).not.toContain('data:image')
    await page.locator('input[name="alt"]').fill('A green square')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(async () => JSON.stringify(await stored()), SOON).not.toContain('"pending"')
    expect((await blocks()).flatMap(kinds)).toContain('upload')
  })

  it('that is one picture, copied in a browser, opens the upload of the file that came along', async () => {
    const last = page.locator('[data-lexical-editor]').first().locator(':scope > p').last()
    await last.click()
    await last.evaluate(
      (target, { png, src }) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', `<img src="${src}">`)
        clipboardData.items.add(new File([bytes], 'copied.png', { type: 'image/png' }))
        const paste = { clipboardData, bubbles: true, cancelable: true }
        target.dispatchEvent(new ClipboardEvent('paste', paste))
      },
      { png: PNG, src: REMOTE },
    )
    await page.getByText('1 File to Upload').first().waitFor()
    await page.getByText('copied.png').first().waitFor()
    expect(await message().innerText()).toBe('')
  })
})

describe('an answer', () => {
  it('takes words, lists and links, and names the headings and pictures that it cannot hold', async () => {
    const { docs } = await ask(page, 'GET', '/faq-items?limit=1&depth=0')
    await page.goto(`${site.url}/admin/collections/faq-items/${docs[0].id}`)
    await paste(`<h2>Pasted heading</h2><img src="${REMOTE}"><ul><li>Pasted item</li></ul>`)
    await message().getByText('1 heading made plain text').waitFor()
    expect(await message().innerText()).toContain(REMOTE)
    const answer = async () =>
      (await ask(page, 'GET', `/faq-items/${docs[0].id}?draft=true&depth=0`)).answer
    await expect.poll(async () => JSON.stringify(await answer()), SOON).toContain('Pasted item')
    expect(kinds((await answer()).root)).not.toContain('heading')
  })
})
