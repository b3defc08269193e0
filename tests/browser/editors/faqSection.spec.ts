// The questions of an article where they stand: read, written, ordered, shared, copied, pasted and taken away, without a second document.
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
let walk: number
let shoes: number
let article: number

const block = (items: number[]) =>
  richText(paragraph('Text.'), {
    type: 'block',
    version: 2,
    format: '',
    fields: { id: 'a', blockType: 'faqSection', heading: 'Questions', items },
  } as never)

const make = async (question: string, answer: string): Promise<number> =>
  (
    await ask(anna, 'POST', '/faq-items?draft=true', {
      question,
      answer: richText(paragraph(answer)),
    })
  ).doc.id

const write = async (title: string, items: number[]): Promise<number> =>
  (
    await ask(anna, 'POST', '/articles?draft=true', {
      title,
      summary: 'In short.',
      body: block(items),
    })
  ).doc.id

const items = () => anna.getByRole('list', { name: 'Questions and answers' })
const row = (question: string) => items().getByRole('listitem', { name: question, exact: true })
const act = (action: string, question: string) =>
  row(question).getByRole('button', { name: `${action}: ${question}` })
const add = () => anna.getByLabel('Add a question', { exact: true }).and(anna.locator('input'))
const questions = () => items().getByRole('heading').allInnerTexts()
const answerOf = (question: string) => row(question).locator('[contenteditable="true"]')

const stored = async (): Promise<number[]> =>
  (await ask(anna, 'GET', `/articles/${article}?draft=true&depth=0`)).body.root.children.find(
    ({ type }: { type: string }) => type === 'block',
  ).fields.items
const item = (id: number) => ask(anna, 'GET', `/faq-items/${id}?draft=true&depth=0`)
const picture = (name: string) =>
  anna.screenshot({ path: `tests/output/faq-section-${name}.png`, fullPage: true })

async function open(): Promise<void> {
  await anna.goto(`${site.url}/admin/collections/articles/${article}`)
  await status(anna).waitFor()
  await items().waitFor()
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  anna = await enter(site, browser, 'Anna', 'editor')
  walk = await make('How long is a walk?', 'As long as you like.')
  shoes = await make('Which shoes are right?', 'Those with soles.')
  article = await write('A Walk with Questions', [walk, shoes])
  await write('Another Walk', [walk])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe('the questions of an article', () => {
  it('stand there with their answers, their state and the other articles that show them', async () => {
    await open()
    await row('How long is a walk?').getByText('As long as you like.').waitFor()
    await row('Which shoes are right?').getByText('Those with soles.').waitFor()
    expect(await row('How long is a walk?').innerText()).toContain('Draft')
    await row('How long is a walk?').getByText('also in 1 article').click()
    await row('How long is a walk?').getByRole('link', { name: 'Another Walk' }).waitFor()
    await picture('read')
  })

  it('are written in place, and saved by themselves as drafts of their own', async () => {
    await act('Write', 'Which shoes are right?').click()
    await answerOf('Which shoes are right?').click()
    await anna.keyboard.press('Control+End')
    await anna.keyboard.type(' And laces.')
    await expect
      .poll(async () => JSON.stringify((await item(shoes)).answer), SOON)
      .toContain('Those with soles. And laces.')
    await row('Which shoes are right?').getByText('Saved.').waitFor(SOON)
    await picture('write')
    await act('Write', 'Which shoes are right?').waitFor({ state: 'detached' })
    await row('Which shoes are right?').getByRole('button', { name: 'Done' }).click()
    await row('Which shoes are right?').getByText('Those with soles. And laces.').waitFor()
    const versions = `/faq-items/versions?where[parent][equals]=${shoes}&limit=0&depth=0`
    expect((await ask(anna, 'GET', versions)).totalDocs).toBe(2)
  })

  it('are ordered by the keyboard alone, which stays where it was', async () => {
    await act('Down', 'How long is a walk?').focus()
    await anna.keyboard.press('Enter')
    await expect.poll(questions, SOON).toEqual(['Which shoes are right?', 'How long is a walk?'])
    await expect
      .poll(() => anna.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Down: How long is a walk?')
    await expect.poll(stored, SOON).toEqual([shoes, walk])
  })

  it('are ordered by dragging', async () => {
    const from = row('How long is a walk?').locator('.faq-drag')
    await from.scrollIntoViewIfNeeded()
    const [start, end] = [
      await from.boundingBox(),
      await row('Which shoes are right?').boundingBox(),
    ]
    await anna.mouse.move(start!.x + 4, start!.y + 4)
    await anna.mouse.down()
    await anna.mouse.move(start!.x + 4, start!.y - 20, { steps: 4 })
    await anna.mouse.move(start!.x + 4, end!.y + 2, { steps: 8 })
    await anna.mouse.up()
    await expect.poll(questions, SOON).toEqual(['How long is a walk?', 'Which shoes are right?'])
    await expect.poll(stored, SOON).toEqual([walk, shoes])
  })

  it('become a copy for this article, while the other article keeps its own', async () => {
    await act('Make my own copy', 'How long is a walk?').click()
    await anna.getByText('is a question of its own now').waitFor()
    await expect.poll(async () => (await stored())[0], SOON).not.toBe(walk)
    expect(await row('How long is a walk?').innerText()).not.toContain('also in')
    await row('How long is a walk?').getByText('As long as you like.').waitFor()
  })

  it('are replaced by one that is found by its words', async () => {
    await act('Use another', 'How long is a walk?').click()
    await anna.getByLabel('Find another question').fill('how long walk')
    await anna.getByRole('button', { name: 'Use this one: How long is a walk?' }).click()
    await expect.poll(async () => (await stored())[0], SOON).toBe(walk)
  })

  it('are taken away, and put back', async () => {
    await act('Remove from here', 'Which shoes are right?').click()
    await expect.poll(stored, SOON).toEqual([walk])
    expect((await item(shoes)).deletedAt ?? null).toBe(null)
    await anna.getByRole('button', { name: 'Put it back' }).click()
    await expect.poll(stored, SOON).toEqual([walk, shoes])
  })
})

describe('a new question', () => {
  it('is typed, and after Enter its answer: nothing else is saved by hand', async () => {
    await add().fill('Is it safe at night?')
    await add().press('Enter')
    await answerOf('Is it safe at night?').waitFor(SOON)
    await expect
      .poll(() => anna.evaluate(() => document.activeElement?.getAttribute('contenteditable')))
      .toBe('true')
    await anna.keyboard.type('With a light, yes.')
    await expect.poll(async () => (await stored()).length, SOON).toBe(3)
    const [, , made] = await stored()
    await expect
      .poll(async () => JSON.stringify((await item(made!)).answer), SOON)
      .toContain('With a light, yes.')
  })

  it('that was only begun is not left behind', async () => {
    const [, , made] = await stored()
    await act('Remove from here', 'Is it safe at night?').click()
    await expect.poll(async () => (await stored()).length, SOON).toBe(2)
    await expect.poll(async () => (await item(made!)).errors?.length, SOON).toBe(1)
  })

  it('that exists already is offered with its answer first', async () => {
    await make('Do dogs like rain?', 'Some do.')
    await add().fill('Do dogs like rain')
    const offer = anna.getByRole('list', { name: 'Add a question' })
    await offer.getByText('Some do.').waitFor(SOON)
    await picture('offer')
    await add().press('Enter')
    await anna.getByText('This question exists already.').waitFor()
    expect((await questions()).length).toBe(2)
    await offer.getByRole('button', { name: 'Use this one: Do dogs like rain?' }).click()
    await row('Do dogs like rain?').getByText('Some do.').waitFor()
    await expect.poll(async () => (await stored()).length, SOON).toBe(3)
  })

  it('comes with others and their answers out of the clipboard', async () => {
    const text = 'Some words first.\n\nIs rain wet?\nYes.\n\nIs snow cold?\n\nVery.\n\nAnd white.'
    await add().focus()
    await anna.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      })
      document.activeElement?.dispatchEvent(event)
    }, text)
    await anna.getByText('2 questions were added.').waitFor(SOON)
    await anna.getByText('belongs to no question: “Some words first.”').waitFor()
    await row('Is snow cold?').getByText('And white.').waitFor()
    await expect.poll(async () => (await stored()).length, SOON).toBe(5)
  })
})
