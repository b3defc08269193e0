// Questions and answers on a page.
import { describe, expect, it } from 'vitest'
import type { FaqItem } from '@/domain/articles/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
  type HtmlElement,
} from '../../../../tools/siteChecker/page/html'
import { aFaqItem, anArticle, aSite } from '../../../fixtures/makers'
import { faqBlock, paragraph, richText } from '../../../fixtures/richText'

const pageWith = async (...faqItems: FaqItem[]): Promise<HtmlElement> => {
  const body = richText(paragraph('a'), faqBlock([1, 2], 'Questions'), paragraph('after'))
  const article = anArticle({ body, faqItems })
  return readHtml(await renderArticlePage({ site: aSite(), stylesheet: '/s', article }))
}

describe('FaqSection', () => {
  it('shows each question with its open answer and its permanent address', async () => {
    const section = findOne(await pageWith(aFaqItem()), '.faq')
    expect(readElementText(findOne(section, 'h2'))).toBe('Questions')
    expect(findOne(section, 'h3')).toMatchObject({
      attributes: { id: 'faq-how-often' },
      children: ['How often should a beginner run?'],
    })
    expect(readElementText(findOne(section, '.answer'))).toMatch(/^Two or three times/)
    expect(findOne(section, '.permalink').attributes).toMatchObject({
      href: '#faq-how-often',
      'aria-label': 'Link to this answer: How often should a beginner run?',
    })
    expect(findAll(section, 'details')).toEqual([])
  })

  it('stands where it stands in the text', async () => {
    expect(readElementText(findOne(await pageWith(aFaqItem()), '.body'))).toMatch(
      /^a Questions .* after$/,
    )
  })

  it('leads from an item that is at home elsewhere to its home', async () => {
    const page = await pageWith(aFaqItem({ home: { path: '/other', title: 'All about running' } }))
    const more = findOne(page, '.more')
    expect(readElementText(more)).toBe('More on this: All about running')
    expect(findOne(more, 'a').attributes.href).toBe('/other#faq-how-often')
    expect(findAll(await pageWith(aFaqItem()), '.more')).toEqual([])
  })

  it('shows an item without a home, without markup', async () => {
    const page = await pageWith(aFaqItem({ home: null }))
    expect(findAll(page, '.question')).toHaveLength(1)
    expect(findAll(page, '.more')).toEqual([])
    expect(String(findOne(page, 'script').children)).not.toContain('Question')
  })

  it('is not there when it has nothing to show', async () => {
    expect(findAll(await pageWith(), '.faq')).toEqual([])
    expect(findAll(await pageWith(aFaqItem({ answer: richText() })), '.faq')).toEqual([])
  })
})
