// Defines which marks, lists, links and blocks each editor offers. What is not offered cannot be stored by it.
import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Block, FieldAffectingData, TextFieldSingleValidation } from 'payload'
import { blocksIn, INLINE_BLOCKS, type BlockType } from '@/domain/blocks/blocks'
import { safeUrl } from '@/domain/text/links'
import type { TextKind } from '@/domain/text/textShape'
import { FaqSection } from './blocks/FaqSection'
import { ReadAlso } from './blocks/ReadAlso'
import { textBlock } from './blocks/textBlocks'
import { NO_ADDRESS } from '../wording/fields'

/** Payload's own rule has other ideas of an address, and stores what it does not know in percent signs. */
const validateAddress: TextFieldSingleValidation = (value, { siblingData }) =>
  (siblingData as { linkType?: string }).linkType === 'internal' ||
  safeUrl(value ?? '') !== null ||
  NO_ADDRESS

const linkFields = ({ defaultFields }: { defaultFields: FieldAffectingData[] }) =>
  defaultFields.map((field) =>
    field.name === 'url' && field.type === 'text'
      ? ({ ...field, hooks: {}, validate: validateAddress } as typeof field)
      : field,
  )

/** Names at once what of a paste the text cannot hold. */
const PasteFeature = createServerFeature<
  { kind: TextKind },
  { kind: TextKind },
  { kind: TextKind }
>({
  key: 'paste',
  feature: ({ props }) => ({
    ClientFeature: '/cms/admin/editor/paste/PasteFeature#PasteFeatureClient',
    clientFeatureProps: props,
    sanitizedServerFeatureProps: props,
  }),
})

/** A caption and the alignment of columns, which Payload's table has no fields for. */
const TableSettingsFeature = createServerFeature({
  key: 'tableSettings',
  feature: {
    ClientFeature: '/cms/admin/editor/tables/TableSettings#TableSettingsFeatureClient',
  },
})

const text = (kind: TextKind) => [
  PasteFeature({ kind }),
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({ enabledCollections: ['articles'], fields: linkFields }),
  InlineToolbarFeature(),
]

/** An answer: what FAQ markup may carry (paragraphs, bold, italic, lists, links) and nothing else. */
export const answerEditor = lexicalEditor({ features: text('answer') })

const passageEditor = lexicalEditor({ features: text('passage') })

/** Those that are more than their fields. */
const OWN_BLOCKS: Partial<Record<BlockType, Block>> = { readAlso: ReadAlso, faqSection: FaqSection }

const blockOf = (type: BlockType): Block => OWN_BLOCKS[type] ?? textBlock(type, passageEditor)

/** A text with headings (the title is the first level), marks, images, tables and blocks. */
const wholeText = (kind: 'article' | 'page') => [
  ...text(kind),
  StrikethroughFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
  InlineCodeFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
  // Lists alone: see `noIndent` in the domain's textFields.ts.
  IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'] }),
  BlockquoteFeature(),
  HorizontalRuleFeature(),
  EXPERIMENTAL_TableFeature(),
  TableSettingsFeature(),
  UploadFeature({ enabledCollections: ['media'] }),
  BlocksFeature({
    blocks: blocksIn(kind).map(blockOf),
    inlineBlocks: INLINE_BLOCKS.map(blockOf),
  }),
  FixedToolbarFeature(),
]

export const articleEditor = lexicalEditor({ features: wholeText('article') })

/** A page of the site: without what only an article has. */
export const pageEditor = lexicalEditor({ features: wholeText('page') })
