// The pages of a review link: sound documents without script, whose form says what is wrong and keeps what was typed.
import { describe, expect, it } from 'vitest'
import { renderClosedPage } from '@/site/review/ClosedPage'
import { renderReviewedPage } from '@/site/review/ReviewedPage'
import type { Review } from '@/site/review/ReviewNotice'
import { documentIssues } from '../../../../tools/siteChecker/pageRules/documentIssues'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
  type HtmlElement,
} from '../../../../tools/siteChecker/page/html'
import { anArticle, aSite } from '../../../fixtures/makers'
import { heading, paragraph, richText } from '../../../fixtures/richText'

const frame = { site: aSite(), stylesheet: '/assets/site-00.css' }
const review: Review = { path: '/review/1-0f', version: 3, expiresAt: '2026-03-09T08:05:00.000Z' }
const refused: Review = {
  ...review,
  outcome: 'refused',
  remark: { name: '', text: 'x'.repeat(5) },
  issues: [
    { code: 'textMissing', field: 'name' },
    { code: 'textTooLong', field: 'text', length: 5, max: 4 },
  ],
}
const body = richText(heading('h2', 'Your remark'), paragraph('Text.'))
const render = (given: Review) =>
  renderReviewedPage({ ...frame, article: anArticle({ body }), review: given })

describe.each<[string, () => Promise<string>]>([
  ['fresh', () => render(review)],
  ['after a remark', () => render({ ...review, outcome: 'stored' })],
  ['refused', () => render(refused)],
  ['too many remarks', () => render({ ...review, outcome: 'tooMany', remark: refused.remark })],
  ['closed', () => renderClosedPage(frame)],
])('%s', (_name, page) => {
  it('is a sound document that search engines leave out', async () => {
    const html = await page()
    expect(documentIssues(html)).toEqual([])
    expect(html).toContain('content="noindex, follow"')
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })
})

describe('the form', () => {
  const labelOf = (html: HtmlElement, id: string | undefined) =>
    readElementText(findAll(html, 'label').find(({ attributes }) => attributes.for === id)!)

  it('goes to the page’s own address, with a label for each field', async () => {
    const html = readHtml(await render(review))
    expect(findOne(html, 'form').attributes).toMatchObject({
      method: 'post',
      action: '/review/1-0f#your_remark',
    })
    expect(labelOf(html, findOne(html, 'input').attributes.id)).toBe('Your name')
    expect(labelOf(html, findOne(html, 'textarea').attributes.id)).toBe('Your remark')
  })

  it('names each fault at its field, and puts the cursor into the first', async () => {
    const html = readHtml(await render(refused))
    const [name, text] = [findOne(html, 'input').attributes, findOne(html, 'textarea').attributes]
    const errors = findAll(html, '.field-error').map((error) => [
      error.attributes.id,
      readElementText(error),
    ])
    expect(errors).toEqual([
      [name['aria-describedby'], 'Give your name, so that the editors know who says it.'],
      [text['aria-describedby'], 'This has 5 characters; at most 4 fit.'],
    ])
    expect(['autofocus' in name, 'autofocus' in text]).toEqual([true, false])
    expect(readElementText(findOne(html, 'textarea'))).toBe('xxxxx')
  })
})

describe('the notice on top', () => {
  it('says which version it is and until when', async () => {
    const notice = readElementText(findOne(readHtml(await render(review)), '.preview-notice'))
    expect(notice).toContain('version 3')
    expect(notice).toContain('until 9 March 2026 at 08:05 UTC, or')
  })
})
