// Describes the rich text of articles and answers: Lexical's serialised JSON, reduced to the nodes our editors allow.

import type { BlockField, BlockFields, BLOCKS, BlockType, InlineBlockType } from '../blocks/blocks'

/** Lexical's bit set for `TextNode.format` (lexical `TEXT_TYPE_TO_FORMAT`); 8, underlining, reads as a link and is not offered. */
export const TEXT_FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

export type Mark = keyof typeof TEXT_FORMAT

/** The HTML element of each mark, the innermost first. */
export const MARK_ELEMENTS = {
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
  strikethrough: 's',
  italic: 'em',
  bold: 'strong',
} as const satisfies Record<Mark, string>

export const MARKS = Object.keys(MARK_ELEMENTS) as Mark[]

/** The marks of a text, the innermost first. */
export const marksOf = (format: number): Mark[] =>
  MARKS.filter((mark) => format & TEXT_FORMAT[mark])

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

/** A block within a line. */
export interface InlineBlockNode {
  type: 'inlineBlock'
  fields: BlockOf<InlineBlockType>
  [key: string]: unknown
}

export type InlineNode = TextNode | LineBreakNode | LinkNode | InlineBlockNode

export interface ParagraphNode {
  type: 'paragraph'
  children: InlineNode[]
  [key: string]: unknown
}

export interface HeadingNode {
  type: 'heading'
  tag: 'h2' | 'h3' | 'h4'
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

export interface HorizontalRuleNode {
  type: 'horizontalrule'
  [key: string]: unknown
}

/** Whose words stand above or beside the others (Lexical's `TableCellHeaderStates`): a set of bits. */
export const HEADER_OF = { column: 1, row: 2 } as const

/** The edge of the column at which its words stand; `''` and `start` for where lines begin. */
export type Alignment = '' | 'left' | 'start' | 'center' | 'right' | 'end'

export interface TableCellNode {
  type: 'tablecell'
  headerState: number
  colSpan?: number
  rowSpan?: number
  format?: Alignment
  children: (ParagraphNode | ListNode)[]
  [key: string]: unknown
}

export interface TableRowNode {
  type: 'tablerow'
  children: TableCellNode[]
  [key: string]: unknown
}

export interface TableNode {
  type: 'table'
  children: TableRowNode[]
  /** The state that Lexical stores with a node (`NODE_STATE_KEY`). */
  $?: { caption?: string }
  [key: string]: unknown
}

/** A row of some collection, by its id or as Payload populates it. */
export type RowReference = number | { id: number }

type ValueOf<Field extends BlockField> = Field extends { as: 'choice'; of: infer Words }
  ? keyof Words
  : Field extends { as: 'rows' }
    ? RowReference[]
    : Field extends { as: 'row' }
      ? RowReference | null | undefined
      : Field extends { as: 'passage' }
        ? RichText
        : Field extends { as: 'entries'; of: infer Fields extends BlockFields }
          ? ValuesOf<Fields>[]
          : string

type ValuesOf<Fields extends BlockFields> = {
  -readonly [Name in keyof Fields]: ValueOf<Fields[Name]>
}

/** What a block holds. Rows are named by their ids: what they show is always taken from the row. */
export type BlockOf<Type extends BlockType> = Type extends BlockType
  ? { id: string; blockType: Type } & ValuesOf<(typeof BLOCKS)[Type]>
  : never

export interface BlockNode {
  type: 'block'
  fields: BlockOf<Exclude<BlockType, InlineBlockType>>
  [key: string]: unknown
}

export type BlockLevelNode =
  | ParagraphNode
  | HeadingNode
  | ListNode
  | QuoteNode
  | UploadNode
  | HorizontalRuleNode
  | TableNode
  | BlockNode

export interface RichText {
  root: {
    type: 'root'
    children: BlockLevelNode[]
    [key: string]: unknown
  }
  [key: string]: unknown
}
