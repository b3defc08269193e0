// Describes what a rich text may hold, once, as a table. Every rich text that comes in is checked against it.
import { readable } from './characters'
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
} from './textFields'

/** The texts that differ in what they may hold: an article's body, a page's body, an answer. */
export type TextKind = 'article' | 'page' | 'answer'

export interface NodeRule {
  fields: Fields
  /** The kinds of nodes that it may hold; a node without has no children at all. */
  holds?: readonly string[]
}

export const INLINE: readonly string[] = ['text', 'tab', 'linebreak', 'link', 'autolink']
const BLOCKS = ['paragraph', 'heading', 'list', 'quote', 'upload', 'block']

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

const IN_BLOCKS: Readonly<Record<string, Fields>> = {
  readAlso: { link: { is: isRow, expects: 'row' } },
  faqSection: {
    heading: { is: isTextOf(LIMITS.heading), expects: 'text', instead: () => '' },
    items: { is: areRows, expects: 'rows', instead: rowsAmong },
  },
}

const inBlock = ({ blockType }: Record<string, unknown>): Fields => ({
  id,
  blockName: { is: isTextOf(LIMITS.label), expects: 'text' },
  blockType: {
    is: (value) => Object.hasOwn(IN_BLOCKS, String(value)),
    expects: 'blockType',
    required: true,
  },
  ...IN_BLOCKS[String(blockType)],
})

/** One row for each kind of node: its fields, and the nodes that it may hold. */
export const NODES: Readonly<Record<string, NodeRule>> = {
  root: { fields: element, holds: BLOCKS },
  paragraph: { fields: element, holds: INLINE },
  heading: {
    fields: {
      ...element,
      tag: {
        is: oneOf('h2', 'h3'),
        expects: 'headingLevel',
        required: true,
        instead: (value) => (value === 'h1' ? 'h2' : 'h3'),
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
  block: {
    fields: { ...node, format: noAlignment, fields: { required: true, fields: inBlock } },
  },
}

/** What each kind of text may not have, of all there is: an answer has what FAQ markup may carry and nothing else. */
const WITHOUT: Record<TextKind, readonly string[]> = {
  article: [],
  page: ['block'],
  answer: ['heading', 'quote', 'upload', 'block'],
}

export const mayHold = (kind: TextKind, type: string): boolean =>
  type !== 'root' && Object.hasOwn(NODES, type) && !WITHOUT[kind].includes(type)

/** Lists in lists count twice: the list and its item. */
export const MAX_DEPTH = 40
export const MAX_NODES = 20_000
