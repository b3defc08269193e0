// Describes what a rich text may hold, once, as a table. Every rich text that comes in is checked against it.
import { readable } from './characters'
import {
  blocksIn,
  fieldsOf,
  INLINE_BLOCKS,
  isInlineBlock,
  type BlockField,
  type BlockFields,
} from '../blocks/blocks'
import { LIMITS } from '../access/limits'
import {
  areRows,
  element,
  id,
  isAddress,
  isEmpty,
  isPasted,
  isRow,
  isTarget,
  isTextOf,
  noAlignment,
  node,
  oneOf,
  rowsAmong,
  textual,
  wholeNumber,
  type Fields,
  type Rule,
} from './textFields'
import { table, tablecell, tablerow } from './tableShape'

/** The texts that differ in what they may hold: an article's body, a page's body, an answer, the text inside of a block. */
export type TextKind = 'article' | 'page' | 'answer' | 'passage'

export interface NodeRule {
  fields: Fields
  /** The kinds of nodes that it may hold; a node without has no children at all. */
  holds?: readonly string[]
}

export const INLINE: readonly string[] = [
  'text',
  'tab',
  'linebreak',
  'link',
  'autolink',
  'inlineBlock',
]
const BLOCKS = [
  'paragraph',
  'heading',
  'list',
  'quote',
  'upload',
  'horizontalrule',
  'table',
  'block',
]

const link: NodeRule = {
  fields: {
    ...element,
    id,
    fields: {
      required: true,
      fields: {
        id,
        linkType: { is: oneOf('custom', 'internal'), expects: 'linkType', required: true },
        // What shows a link asks safeUrl, and the checklist names the address.
        url: { is: isAddress, expects: 'address', instead: String },
        doc: { is: isTarget, expects: 'article' },
        newTab: { is: oneOf(true, false), expects: 'flag' },
      },
    },
  },
  holds: ['text', 'tab', 'linebreak'],
}

const textOf = (max: number): Rule => ({
  is: isTextOf(max),
  expects: 'text',
  instead: (value) => (typeof value === 'string' ? readable(value).slice(0, max) : ''),
})

/** How each kind of field in the table of blocks is stored. */
const STORED: { [As in BlockField['as']]: (field: BlockField & { as: As }) => Rule } = {
  text: ({ max }) => textOf(max),
  lines: ({ max }) => textOf(max),
  choice: ({ of }) => {
    const values = Object.keys(of)
    return { is: oneOf(...values), expects: 'choice', instead: () => values[0] }
  },
  address: () => ({ is: isAddress, expects: 'address', instead: () => '' }),
  row: () => ({ is: isRow, expects: 'row' }),
  rows: () => ({ is: areRows, expects: 'rows', instead: rowsAmong }),
  passage: () => ({ passage: true }),
  entries: ({ max, of }) => ({ entries: { id, ...storedFields(of) }, max }),
}

const storedField = (field: BlockField): Rule =>
  (STORED[field.as] as (field: BlockField) => Rule)(field)

const storedFields = (fields: BlockFields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, storedField(field)]))

/** The fields of a block among the named ones; any other name does not fit. */
const inBlockOf =
  (isOffered: (type: unknown) => boolean) =>
  ({ blockType }: Record<string, unknown>): Fields => ({
    id,
    blockName: { is: isTextOf(LIMITS.label), expects: 'text' },
    blockType: { is: isOffered, expects: 'blockType', required: true },
    ...storedFields((isOffered(blockType) && fieldsOf(blockType)) || {}),
  })

const isBlock = (type: unknown): boolean => fieldsOf(type) !== undefined && !isInlineBlock(type)

/** One row for each kind of node: its fields, and the nodes that it may hold. */
export const NODES: Readonly<Record<string, NodeRule>> = {
  root: { fields: element, holds: BLOCKS },
  paragraph: { fields: element, holds: INLINE },
  heading: {
    fields: {
      ...element,
      tag: {
        is: oneOf('h2', 'h3', 'h4'),
        expects: 'headingLevel',
        required: true,
        instead: (value) => (value === 'h1' ? 'h2' : 'h4'),
      },
    },
    holds: INLINE,
  },
  quote: { fields: element, holds: INLINE },
  list: {
    fields: {
      ...element,
      listType: {
        is: oneOf('bullet', 'number'),
        expects: 'listType',
        required: true,
        instead: () => 'bullet',
      },
      tag: { is: oneOf('ul', 'ol'), expects: 'listTag', required: true, instead: () => 'ul' },
      start: { ...wholeNumber, instead: () => 1 },
    },
    holds: ['listitem'],
  },
  listitem: {
    // The indent says once more how deep its list lies.
    fields: {
      ...element,
      indent: wholeNumber,
      value: wholeNumber,
      checked: { is: oneOf(false), expects: 'nothing' },
    },
    holds: [...INLINE, 'list'],
  },
  text: {
    fields: {
      ...textual,
      text: {
        is: isTextOf(LIMITS.body),
        expects: 'text',
        required: true,
        instead: (value) => (typeof value === 'string' ? readable(value) : undefined),
      },
    },
  },
  tab: { fields: { ...textual, text: { is: oneOf('\t'), expects: 'tab', required: true } } },
  linebreak: { fields: node },
  link,
  autolink: link,
  upload: {
    fields: {
      ...node,
      id,
      format: noAlignment,
      relationTo: { is: oneOf('media'), expects: 'image' },
      value: { is: isRow, expects: 'image' },
      fields: { is: isEmpty, expects: 'nothing' },
      // A picture that was pasted and is not in the library yet: the checklist names its address.
      pending: { is: isPasted, expects: 'pasted' },
    },
  },
  horizontalrule: { fields: node },
  table,
  tablerow,
  tablecell,
  block: {
    fields: {
      ...node,
      format: noAlignment,
      fields: { required: true, fields: inBlockOf(isBlock) },
    },
  },
  inlineBlock: {
    fields: { ...node, fields: { required: true, fields: inBlockOf(isInlineBlock) } },
  },
}

/** What an answer may not have, of all there is. It has what FAQ markup may carry and nothing else: Google's rules name
 * `h1` to `h6`, `br`, `ol`, `ul`, `li`, `a`, `p`, `div`, `b`, `strong`, `i` and `em`, and leave out every other element; Bing
 * reads the same markup. So no table and no image can be part of an answer: what the markup lacks, no engine can quote.
 */
const NOT_IN_ANSWERS = [
  'heading',
  'quote',
  'upload',
  'horizontalrule',
  'table',
  'block',
  'inlineBlock',
]

/** What each kind of text may not have. */
const WITHOUT: Record<TextKind, readonly string[]> = {
  article: [],
  page: [],
  answer: NOT_IN_ANSWERS,
  passage: NOT_IN_ANSWERS,
}

export const mayHold = (kind: TextKind, type: string): boolean =>
  type !== 'root' && Object.hasOwn(NODES, type) && !WITHOUT[kind].includes(type)

/** The same of a block, whose node says no more than that it is one. */
export const mayHoldBlock = (kind: TextKind, type: unknown): boolean =>
  (kind === 'article' || kind === 'page') &&
  [...blocksIn(kind), ...INLINE_BLOCKS].some((name) => name === type)

/** Lists in lists count twice: the list and its item. */
export const MAX_DEPTH = 40
export const MAX_NODES = 20_000
