// Which marks, lists, links and blocks each editor offers. What is not offered cannot be stored by it.
import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
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
import type { RichTextField } from 'payload'
import { FaqSection } from './blocks/FaqSection'
import { ReadAlso } from './blocks/ReadAlso'

const text = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({ enabledCollections: ['articles'] }),
  InlineToolbarFeature(),
]

/** In the generated types a rich text is the domain's own, so that no room needs to convert one. */
export const richTextType: RichTextField['typescriptSchema'] = [
  () => ({ tsType: "import('./domain/richText').RichText" }),
]

/** An article's body: two heading levels (the title is the first), quotes, images and our two blocks. */
export const articleEditor = lexicalEditor({
  features: [
    ...text(),
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
    ...text(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BlockquoteFeature(),
    UploadFeature({ enabledCollections: ['media'] }),
    FixedToolbarFeature(),
  ],
})

/** An answer: what FAQ markup may carry (paragraphs, bold, italic, lists, links) and nothing else. */
export const answerEditor = lexicalEditor({ features: text() })
