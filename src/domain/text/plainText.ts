// Extracts the words of a rich text without its markup.
import type { RichText } from './richText'
import { blockFields, childrenOf, walk, type RichTextNode } from './richTextWalk'
import { visibleText } from './visibleText'

const BREAK_AFTER: Partial<Record<RichTextNode['type'], string>> = {
  paragraph: '\n\n',
  heading: '\n\n',
  quote: '\n\n',
  list: '\n\n',
  listitem: '\n',
  tablerow: '\n',
  table: '\n\n',
}

const isText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && 'root' in value

/** The words of a block's own fields, and of the texts in it. */
const blockText = (node: RichTextNode): string =>
  blockFields(node)
    .map(({ field, value }) => {
      if (field.as === 'passage') return isText(value) ? plainText(value) : ''
      const isWords = field.as === 'text' || field.as === 'lines'
      return isWords && typeof value === 'string' ? value : ''
    })
    .filter((words) => words !== '')
    .map((words) => `${words}\n\n`)
    .join('')

const nodeText = (node: RichTextNode): string => {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'block') return blockText(node)
  if (node.type === 'tablecell') return `${inlineText(childrenOf(node))}\t`
  const caption = node.type === 'table' && node.$?.caption ? `${node.$.caption}\n` : ''
  const own = typeof node.text === 'string' ? node.text : ''
  return caption + own + childrenOf(node).map(nodeText).join('') + (BREAK_AFTER[node.type] ?? '')
}

/** A footnote is no part of the line that it stands in: its words follow the text, as on the page. */
const footnotes = (nodes: readonly RichTextNode[]): string =>
  [...walk(nodes)]
    .flatMap((node) => (node.type === 'inlineBlock' ? [blockText(node)] : []))
    .join('')

/** The text of inline nodes on one line, e.g. a heading's. */
export const inlineText = (nodes: readonly RichTextNode[]): string =>
  nodes.map(nodeText).join('').replace(/\s+/g, ' ').trim()

/**
 * Paragraphs separated by an empty line, list items and line breaks by a newline, cells by a tab; footnotes last. What a
 * block names by its id has no text here, nor has an image.
 */
export const plainText = ({ root }: RichText): string =>
  (root.children.map(nodeText).join('') + footnotes(root.children))
    .replace(/\t(?=\n)/g, '')
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
