// Converts imported blocks to rich text: Lexical's serialised JSON as Payload's editor stores it.
import type {
  BlockLevelNode,
  ListNode,
  ParagraphNode,
  BlockOf,
  RichText,
  TextNode,
} from '../../text/richText'
import { stableHash } from '../../values/stableHash'
import type { AnswerBlock, Block } from '../importedArticle'

/** The rows that the blocks of an article point at. */
export interface RowIds {
  faqItem: (question: string) => number
  readAlsoLink: (title: string, url?: string) => number
}

/**
 * The body of an article. The same blocks give the same JSON, ids of blocks included, so that importing an unchanged
 * source changes nothing.
 */
export function toRichText(blocks: readonly Block[], ids: RowIds): RichText {
  const newId = blockIds()
  return root(blocks.map((block) => toNode(block, ids, newId)))
}

export const answerToRichText = (answer: readonly AnswerBlock[]): RichText =>
  root(answer.map((block) => (block.type === 'list' ? list(block) : paragraph(block.text))))

function toNode(block: Block, ids: RowIds, newId: (content: string) => string): BlockLevelNode {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.text)
    case 'heading':
      return { type: 'heading', tag: `h${block.level}`, ...element, children: [text(block.text)] }
    case 'list':
      return list(block)
    case 'readAlso':
      return blockNode({
        id: newId(`readAlso ${block.title} ${block.url ?? ''}`),
        blockName: '',
        blockType: 'readAlso',
        link: ids.readAlsoLink(block.title, block.url),
      })
    case 'faqSection':
      return blockNode({
        id: newId(`faqSection ${block.heading}`),
        blockName: '',
        blockType: 'faqSection',
        heading: block.heading,
        items: block.items.map(({ question }) => ids.faqItem(question)),
      })
  }
}

/** What every element of Lexical 0.50 has. */
const element = { version: 1, format: '', indent: 0, direction: null } as const

const text = (text: string): TextNode => ({
  type: 'text',
  text,
  format: 0,
  version: 1,
  mode: 'normal',
  style: '',
  detail: 0,
})

const paragraph = (words: string): ParagraphNode => ({
  type: 'paragraph',
  ...element,
  textFormat: 0,
  textStyle: '',
  children: [text(words)],
})

const list = ({ ordered, start, items }: Extract<Block, { type: 'list' }>): ListNode => ({
  type: 'list',
  ...element,
  listType: ordered ? 'number' : 'bullet',
  tag: ordered ? 'ol' : 'ul',
  start,
  children: items.map((item, at) => ({
    type: 'listitem',
    ...element,
    value: start + at,
    children: [text(item)],
  })),
})

const blockNode = (fields: BlockOf<'readAlso' | 'faqSection'> & { blockName: string }) =>
  ({ type: 'block', version: 2, format: '', fields }) as const

const root = (children: BlockLevelNode[]): RichText => ({
  root: { type: 'root', ...element, children },
})

/**
 * Ids of 24 hexadecimal digits like those that Payload makes, from the content and how often it stood before; so
 * a paragraph put in above changes no id.
 */
function blockIds(): (content: string) => string {
  const seen = new Map<string, number>()
  return (content) => {
    const before = seen.get(content) ?? 0
    seen.set(content, before + 1)
    const key = `${before} ${content}`
    return stableHash(key, 16) + stableHash(key, 8, 1)
  }
}
