// Which questions a page shows, and which it marks up.
import { describe, expect, it } from 'vitest'
import { faqSections, isAtHome, markedUpItems } from '@/domain/articles/faq/faqSections'
import { aFaqItem, anArticle } from '../../../../fixtures/makers'
import { faqBlock, paragraph, richText } from '../../../../fixtures/richText'

const here = { path: '/sore-knees', title: 'Sore knees' }
const elsewhere = { path: '/other', title: 'Other' }

const shownIds = (article: Parameters<typeof faqSections>[0]): number[][] =>
  faqSections(article).map(({ items }) => items.map(({ id }) => id))

describe('faqSections', () => {
  it('shows items in the order of the section, not of the list', () => {
    const body = richText(faqBlock([2, 1]))
    const faqItems = [aFaqItem({ id: 1 }), aFaqItem({ id: 2 })]
    expect(shownIds({ body, faqItems })).toEqual([[2, 1]])
  })

  it('shows an item once, where it stands first, and no section without items', () => {
    const body = richText(faqBlock([1]), faqBlock([1, 2]), faqBlock([2]), faqBlock([]))
    const faqItems = [aFaqItem({ id: 1 }), aFaqItem({ id: 2 })]
    expect(shownIds({ body, faqItems })).toEqual([[1], [2]])
  })

  it('leaves out items that are absent or incomplete', () => {
    const body = richText(faqBlock([1, 2, 3]))
    const faqItems = [
      aFaqItem({ id: 1, question: ' ' }),
      aFaqItem({ id: 2, answer: richText(paragraph(' ')) }),
    ]
    expect(shownIds({ body, faqItems })).toEqual([])
  })
})

describe('markedUpItems', () => {
  it('are the shown items whose home is this article', () => {
    const faqItems = [
      aFaqItem({ id: 1, home: here }),
      aFaqItem({ id: 2, home: elsewhere }),
      aFaqItem({ id: 3, home: null }),
      aFaqItem({ id: 4, home: here }),
    ]
    const article = anArticle({ body: richText(faqBlock([1, 2, 3])), faqItems })
    expect(markedUpItems(article).map(({ id }) => id)).toEqual([1])
  })

  it('has no home without one', () => {
    expect(isAtHome(aFaqItem({ home: null }), here)).toBe(false)
  })
})
