// Defines which marks, lists, links and blocks each editor offers. What is not offered cannot be stored by it.
import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData, TextFieldSingleValidation } from 'payload'
import { safeUrl } from '@/domain/text/links'
import type { TextKind } from '@/domain/text/textShape'
import { FaqSection } from './blocks/FaqSection'
import { ReadAlso } from './blocks/ReadAlso'
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
    ClientFeature: '/cms/admin/paste/PasteFeature#PasteFeatureClient',
    clientFeatureProps: props,
    sanitizedServerFeatureProps: props,
  }),
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

/** An article's body: two heading levels (the title is the first), quotes, images and our two blocks. */
export const articleEditor = lexicalEditor({
  features: [
    ...text('article'),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BlockquoteFeature(),
    UploadFeature({ enabledCollections: ['media'] }),
    BlocksFeature({ blocks: [ReadAlso, FaqSection] }),
    FixedToolbarFeature(),
  ],
})

/** A page of the site: text with headings and images, without our two blocks. */
export const pageEditor = lexicalEditor({
  features: [
    ...text('page'),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BlockquoteFeature(),
    UploadFeature({ enabledCollections: ['media'] }),
    FixedToolbarFeature(),
  ],
})

/** An answer: what FAQ markup may carry (paragraphs, bold, italic, lists, links) and nothing else. */
export const answerEditor = lexicalEditor({ features: text('answer') })
