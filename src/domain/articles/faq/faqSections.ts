// Lists the FAQ items that an article's page shows, and those of them that it marks up.
import type { Article, FaqItem } from '../article'
import { isEmptyRichText } from '../../text/plainText'
import type { BlockNode } from '../../text/richText'
import { referenceIds } from '../../text/richTextWalk'
import { visibleText } from '../../text/visibleText'

interface FaqSectionItems {
  node: BlockNode
  /** Never empty. */
  items: FaqItem[]
}

/**
 * The FAQ sections of the body that have something to show, in reading order. An item is shown once per page, at its
 * first place; items that are incomplete, or absent from `article.faqItems`, are not shown.
 */
export function faqSections(article: Pick<Article, 'body' | 'faqItems'>): FaqSectionItems[] {
  const waiting = new Map(
    article.faqItems
      .filter((item) => visibleText(item.question) !== '' && !isEmptyRichText(item.answer))
      .map((item) => [item.id, item]),
  )
  const take = (id: number): FaqItem[] => {
    const item = waiting.get(id)
    waiting.delete(id)
    return item ? [item] : []
  }
  return article.body.root.children.flatMap((node) => {
    if (node.type !== 'block' || node.fields.blockType !== 'faqSection') return []
    const items = referenceIds(node.fields.items).flatMap(take)
    return items.length > 0 ? [{ node, items }] : []
  })
}

/** True on the one article that carries the item's markup. */
export const isAtHome = (item: FaqItem, article: Pick<Article, 'path'>): boolean =>
  item.home?.path === article.path

/** What becomes a schema.org `Question` on this page: shown here and at home here, in reading order. */
export const markedUpItems = (article: Article): FaqItem[] =>
  faqSections(article)
    .flatMap((section) => section.items)
    .filter((item) => isAtHome(item, article))
