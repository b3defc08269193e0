// Describes the rich text of articles and answers: Lexical's serialised JSON, reduced to the nodes our editors allow.

/** Lexical's bit set for `TextNode.format` (lexical `TEXT_TYPE_TO_FORMAT`). */
export const TEXT_FORMAT = { bold: 1, italic: 2 } as const

export interface TextNode {
  type: 'text'
  text: string
  format: number
  [key: string]: unknown
}

export interface LineBreakNode {
  type: 'linebreak'
  [key: string]: unknown
}

/** A link inside text: to a URL (`linkType: 'custom'`) or to an article by its id (`linkType: 'internal'`). */
export interface LinkNode {
  type: 'link' | 'autolink'
  fields: {
    linkType: 'custom' | 'internal'
    url?: string
    doc?: { relationTo: string; value: number | { id: number } } | null
    newTab?: boolean
  }
  children: InlineNode[]
  [key: string]: unknown
}

export type InlineNode = TextNode | LineBreakNode | LinkNode

export interface ParagraphNode {
  type: 'paragraph'
  children: InlineNode[]
  [key: string]: unknown
}

export interface HeadingNode {
  type: 'heading'
  tag: 'h2' | 'h3'
  children: InlineNode[]
  [key: string]: unknown
}

export interface ListItemNode {
  type: 'listitem'
  value: number
  children: (InlineNode | ListNode)[]
  [key: string]: unknown
}

export interface ListNode {
  type: 'list'
  listType: 'bullet' | 'number'
  tag: 'ul' | 'ol'
  start: number
  children: ListItemNode[]
  [key: string]: unknown
}

export interface QuoteNode {
  type: 'quote'
  children: InlineNode[]
  [key: string]: unknown
}

/** An image in the text: Lexical's upload node, `value` is the id of a row in `media`. */
export interface UploadNode {
  type: 'upload'
  relationTo?: 'media'
  value?: number | { id: number }
  /** Pasted, and not in the library yet: there is no `value`. */
  pending?: { formID: string; src: string }
  [key: string]: unknown
}

/** Our two blocks. Both hold ids only: what they show is always taken from the row they point at. */
export interface BlockNode {
  type: 'block'
  fields: ReadAlsoBlock | FaqSectionBlock
  [key: string]: unknown
}

export interface ReadAlsoBlock {
  id: string
  blockType: 'readAlso'
  link: number | { id: number }
}

export interface FaqSectionBlock {
  id: string
  blockType: 'faqSection'
  heading: string
  items: (number | { id: number })[]
}

export type BlockLevelNode =
  ParagraphNode | HeadingNode | ListNode | QuoteNode | UploadNode | BlockNode

export interface RichText {
  root: {
    type: 'root'
    children: BlockLevelNode[]
    [key: string]: unknown
  }
  [key: string]: unknown
}
