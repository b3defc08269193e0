// Builds the address of an answer: its anchor in the article that carries it, or a page of its own.
import { faqAnchorId, questionPath } from '../../addresses/paths'

/** @param item `path` is that of the live article that carries it; null when there is none */
export const questionAddress = (item: { anchor: string; path: string | null }): string =>
  item.path ? `${item.path}#${faqAnchorId(item.anchor)}` : questionPath(item.anchor)
