// Names the blocks of a text and their fields, for the editor and for what is said about them.
import type { BlockType } from '@/domain/blocks/blocks'

interface BlockWords {
  singular: string
  plural: string
  /** Under the name of the block, where one is chosen. */
  fields: Readonly<Record<string, { label: string; description?: string }>>
}

const IMAGE = { label: 'Image' }
const CAPTION = { label: 'Caption' }

export const BLOCK_WORDS: Record<BlockType, BlockWords> = {
  readAlso: { singular: 'Read Also', plural: 'Read Also', fields: {} },
  faqSection: { singular: 'FAQ section', plural: 'FAQ sections', fields: {} },
  notice: {
    singular: 'Notice',
    plural: 'Notices',
    fields: {
      kind: { label: 'Kind', description: 'Readers see it in words, before the heading.' },
      heading: { label: 'Heading' },
      text: { label: 'Text' },
    },
  },
  code: {
    singular: 'Code',
    plural: 'Code',
    fields: {
      language: { label: 'Language', description: 'Such as Python, or empty.' },
      code: { label: 'Code' },
    },
  },
  definitions: {
    singular: 'Definition list',
    plural: 'Definition lists',
    fields: {
      entries: { label: 'Terms' },
      term: { label: 'Term' },
      definition: { label: 'Definition' },
    },
  },
  steps: {
    singular: 'Steps',
    plural: 'Steps',
    fields: {
      entries: { label: 'Steps', description: 'Readers see them numbered.' },
      heading: { label: 'In short' },
      text: { label: 'Text' },
    },
  },
  pullQuote: {
    singular: 'Pull quote',
    plural: 'Pull quotes',
    fields: {
      quote: { label: 'Quote' },
      source: { label: 'Who said it, and where' },
      url: { label: 'Address of the source' },
    },
  },
  gallery: {
    singular: 'Gallery',
    plural: 'Galleries',
    fields: {
      caption: CAPTION,
      entries: { label: 'Images' },
      image: IMAGE,
    },
  },
  embed: {
    singular: 'Video, audio or embed',
    plural: 'Videos, audio and embeds',
    fields: {
      kind: { label: 'Kind' },
      title: { label: 'Title' },
      url: {
        label: 'Address',
        description:
          'Where it is played. Nothing is loaded from there before a reader follows the link.',
      },
      duration: { label: 'Duration', description: 'Such as 4:30.' },
      poster: { label: 'Picture', description: 'From the library: readers see it in its place.' },
      transcript: { label: 'Transcript', description: 'For readers who do not hear or see it.' },
    },
  },
  button: {
    singular: 'Button',
    plural: 'Buttons',
    fields: { label: { label: 'Words' }, article: { label: 'Article' } },
  },
  footnote: {
    singular: 'Footnote',
    plural: 'Footnotes',
    fields: { text: { label: 'Text', description: 'Its number is given by the page.' } },
  },
}

/** Such as `Code: Language`. */
export const blockFieldLabel = (block: BlockType, name: string): string =>
  BLOCK_WORDS[block].fields[name]?.label ?? name
