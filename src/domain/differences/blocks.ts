// Splits a text into the blocks that are compared, those that a reader would name: a paragraph, a heading, a list item,
// a question.
import type { Referenced } from '../articles/shownFields'
import type { BlockField, BlockType as TextBlock } from '../blocks/blocks'
import { HEADER_OF, marksOf, type Mark, type RichText, type TableNode } from '../text/richText'
import {
  blockFields,
  childrenOf,
  referenceIds,
  walk,
  type RichTextNode,
} from '../text/richTextWalk'

export interface Reference {
  collection: Referenced
  id: number
}

/** The title under which readers and editors know a row; empty when it is gone. */
export type NameOf = (reference: Reference) => string

/** The look of a stretch of text, and its meaning. */
export interface Marks extends Partial<Record<Mark, true>> {
  /** A URL, or the title of the article that the link points to. */
  link?: string
  /** The whole text is the title of this row. */
  reference?: Reference
  /** The text is a moment, ISO 8601. */
  date?: true
}

/** A word, a space or a sign: the smallest thing that can differ. */
export interface Token extends Marks {
  text: string
  /** Equal for tokens that show the same. */
  key: string
}

export type BlockType =
  | ('paragraph' | 'heading' | 'subheading' | 'minorHeading' | 'bullet' | 'number' | 'quote')
  | ('image' | 'rule' | 'caption' | 'headerCell' | 'cell')
  | ('readAlso' | 'faqHeading' | 'faqItem' | 'reference' | 'row' | 'value')
  | Exclude<TextBlock, 'readAlso' | 'faqSection'>

export interface Shape {
  type: BlockType
  /** How far a list item is indented; 0 for all else. */
  depth: number
}

export interface Block extends Shape {
  tokens: readonly Token[]
  /** Equal for blocks that show the same. */
  key: string
}

const WORD = /\s+|[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu

const token = (text: string, marks: Marks = {}, identity = ''): Token => ({
  ...marks,
  text,
  key: `${identity}\u0000${text}`,
})

/** @param identity what tells apart texts that read the same, such as the targets of their links */
export const wordsOf = (text: string, marks: Marks = {}, identity = ''): Token[] =>
  (text.match(WORD) ?? []).map((word) => token(word, marks, identity))

export const dateToken = (moment: string): Token => token(moment, { date: true })

export const referenceToken = (reference: Reference, nameOf: NameOf): Token => ({
  text: nameOf(reference),
  reference,
  key: `${reference.collection}/${reference.id}`,
})

export const block = (type: BlockType, tokens: readonly Token[], depth = 0): Block => ({
  type,
  depth,
  tokens,
  key: [type, depth, ...tokens.map(({ key }) => key)].join('\u0001'),
})

export const referenceBlock = (type: BlockType, reference: Reference, nameOf: NameOf): Block =>
  block(type, [referenceToken(reference, nameOf)])

interface Around {
  marks: Marks
  identity: string
}

const PLAIN: Around = { marks: {}, identity: '' }

function inLink(fields: Record<string, unknown>, { marks }: Around, nameOf: NameOf): Around {
  const { url, doc } = fields as { url?: string; doc?: { value: unknown } | null }
  const [id] = fields.linkType === 'internal' ? referenceIds(doc?.value) : []
  const link = id === undefined ? (url ?? '') : nameOf({ collection: 'articles', id })
  return { marks: { ...marks, link }, identity: `link:${id ?? url}` }
}

/** In the place of a footnote, whose text comes after the block. */
const NOTE_SIGN = '†'

function tokensOf(node: RichTextNode, around: Around, nameOf: NameOf): Token[] {
  if (node.type === 'linebreak') return wordsOf('\n')
  if (node.type === 'inlineBlock') return wordsOf(NOTE_SIGN)
  if (node.type === 'text' && typeof node.text === 'string') {
    const format = Number(node.format) || 0
    const own = Object.fromEntries(marksOf(format).map((mark) => [mark, true]))
    const marks: Marks = { ...around.marks, ...own }
    return wordsOf(node.text, marks, `${around.identity}#${format}`)
  }
  const isLink = node.type === 'link' || node.type === 'autolink'
  const inside = isLink ? inLink({ ...node.fields }, around, nameOf) : around
  return childrenOf(node).flatMap((child) => tokensOf(child, inside, nameOf))
}

const isList = (node: RichTextNode): boolean => node.type === 'list'

function listBlocks(list: RichTextNode, depth: number, nameOf: NameOf): Block[] {
  const type = list.type === 'list' && list.listType === 'number' ? 'number' : 'bullet'
  return childrenOf(list).flatMap((item) => {
    const inline = childrenOf(item).filter((child) => !isList(child))
    const own = inline.flatMap((child) => tokensOf(child, PLAIN, nameOf))
    const nested = childrenOf(item).filter(isList)
    return [
      block(type, own, depth),
      ...nested.flatMap((inner) => listBlocks(inner, depth + 1, nameOf)),
    ]
  })
}

function tableBlocks(table: TableNode, nameOf: NameOf): Block[] {
  const cells = table.children.flatMap((row) => row.children)
  return [
    block('caption', wordsOf(table.$?.caption ?? '')),
    ...cells.map((cell) => {
      const type = cell.headerState & (HEADER_OF.column | HEADER_OF.row) ? 'headerCell' : 'cell'
      return block(type, tokensOf(cell, PLAIN, nameOf))
    }),
  ]
}

function fieldBlocks(type: BlockType, field: BlockField, value: unknown, nameOf: NameOf): Block[] {
  switch (field.as) {
    case 'passage':
      return richTextBlocks(value as RichText, nameOf)
    case 'row':
    case 'rows':
      return referenceIds(value).map((id) =>
        referenceBlock(type, { collection: field.to, id }, nameOf),
      )
    case 'choice':
      return [block(type, wordsOf(field.of[String(value)] ?? ''))]
    default:
      return typeof value === 'string' ? [block(type, wordsOf(value))] : []
  }
}

const footnoteBlocks = (node: RichTextNode, nameOf: NameOf): Block[] =>
  [...walk(childrenOf(node))].flatMap((inner) =>
    inner.type === 'inlineBlock'
      ? blockFields(inner).flatMap(({ field, value }) =>
          fieldBlocks('footnote', field, value, nameOf),
        )
      : [],
  )

const HEADINGS = { h2: 'heading', h3: 'subheading', h4: 'minorHeading' } as const

function blocksOfNode(node: RichTextNode, nameOf: NameOf): Block[] {
  const inline = (type: BlockType) => [
    block(type, tokensOf(node, PLAIN, nameOf)),
    ...footnoteBlocks(node, nameOf),
  ]
  const rows = (type: BlockType, collection: Referenced, ids: unknown) =>
    referenceIds(ids).map((id) => referenceBlock(type, { collection, id }, nameOf))
  switch (node.type) {
    case 'heading':
      return inline(HEADINGS[node.tag])
    case 'quote':
      return inline('quote')
    case 'list':
      return [...listBlocks(node, 0, nameOf), ...footnoteBlocks(node, nameOf)]
    case 'upload':
      return rows('image', 'media', node.value)
    case 'horizontalrule':
      return [block('rule', wordsOf('—'))]
    case 'table':
      return [...tableBlocks(node, nameOf), ...footnoteBlocks(node, nameOf)]
    case 'block': {
      const { fields } = node
      if (fields.blockType === 'readAlso') return rows('readAlso', 'read-also-links', fields.link)
      if (fields.blockType === 'faqSection')
        return [
          block('faqHeading', wordsOf(fields.heading)),
          ...rows('faqItem', 'faq-items', fields.items),
        ]
      const { blockType } = fields
      return blockFields(node).flatMap(({ field, value }) =>
        fieldBlocks(blockType, field, value, nameOf),
      )
    }
    default:
      return inline('paragraph')
  }
}

/** In reading order; a block without a word shows nothing and is left out. */
export const richTextBlocks = (richText: RichText, nameOf: NameOf): Block[] =>
  richText.root.children
    .flatMap((node) => blocksOfNode(node, nameOf))
    .filter(({ tokens }) => tokens.length > 0)
