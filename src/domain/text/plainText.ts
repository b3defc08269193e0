// Extracts the words of a rich text without its markup.
import type { RichText } from './richText'
import { childrenOf, walk, type RichTextNode } from './richTextWalk'
import { visibleText } from './visibleText'

const BREAK_AFTER: Partial<Record<RichTextNode['type'], string>> = {
  paragraph: '\n\n',
  heading: '\n\n',
  quote: '\n\n',
  list: '\n\n',
  listitem: '\n',
}

const nodeText = (node: RichTextNode): string => {
  if (node.type === 'linebreak') return '\n'
  const own = typeof node.text === 'string' ? node.text : ''
  return own + childrenOf(node).map(nodeText).join('') + (BREAK_AFTER[node.type] ?? '')
}

/** The text of inline nodes on one line, e.g. a heading's. */
export const inlineText = (nodes: readonly RichTextNode[]): string =>
  nodes.map(nodeText).join('').replace(/\s+/g, ' ').trim()

/** Paragraphs separated by an empty line, list items and line breaks by a newline. Blocks and images have no text. */
export const plainText = (richText: RichText): string =>
  richText.root.children
    .map(nodeText)
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** True when no reader would see a word, image or block. */
export const isEmptyRichText = (richText: RichText): boolean =>
  visibleText(plainText(richText)) === '' &&
  !richText.root.children.some((node) => node.type === 'upload' || node.type === 'block')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** True when `text`, a closing ellipsis aside, is empty or how the rich text begins: shown above it, it would repeat it. */
export const isOpeningOf = (text: string, richText: RichText): boolean =>
  oneLine(plainText(richText)).startsWith(oneLine(text).replace(/\s*(…|\.\.\.)$/, ''))

/** The first paragraph that says something, on one line; where a list comes first, its first item. */
export function openingText(richText: RichText): string {
  for (const node of walk(richText.root.children)) {
    const text = ['paragraph', 'listitem'].includes(node.type) ? inlineText(childrenOf(node)) : ''
    if (visibleText(text) !== '') return text
  }
  return ''
}
