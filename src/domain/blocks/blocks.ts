// Lists the blocks that a text may hold, with their fields: shape, editor, page, Markdown, search and differences follow this table.
import { LIMITS } from '../access/limits'

/** The collections whose rows a block shows or links to. */
export type BlockTarget = 'faq-items' | 'read-also-links' | 'media' | 'articles'

/** What a field of a block holds. */
export type BlockField = { required?: true } & (
  | { as: 'text'; max: number }
  /** Several lines, whose breaks and spaces count. */
  | { as: 'lines'; max: number }
  /** By value, the words for it. */
  | { as: 'choice'; of: Readonly<Record<string, string>> }
  /** Where a link leads, as in a text. */
  | { as: 'address' }
  | { as: 'row' | 'rows'; to: BlockTarget }
  /** Paragraphs and lists: a text inside of the text. */
  | { as: 'passage' }
  /** Fields that come several times. */
  | { as: 'entries'; of: BlockFields; max: number }
)

export interface BlockFields {
  readonly [name: string]: BlockField
}

const heading = { as: 'text', max: LIMITS.heading } as const
const caption = { as: 'text', max: LIMITS.caption } as const
const passage = { as: 'passage', required: true } as const
const image = { as: 'row', to: 'media' } as const

/** Enough for a long glossary; a text of thousands of entries is a page nobody reads. */
const MAX_ENTRIES = 200
const MAX_CODE = 20_000

/** What a notice says of itself before its words do: colour alone says nothing to many readers. */
export const NOTICE_KINDS = {
  information: 'Information',
  keyFacts: 'Key facts',
  warning: 'Warning',
  urgent: 'When to get help now',
  definition: 'Definition',
} as const

/** What waits on another site, and is fetched only when the reader follows the link. */
export const EMBED_KINDS = { video: 'Video', audio: 'Audio', page: 'On another site' } as const

export const BLOCKS = {
  readAlso: { link: { as: 'row', to: 'read-also-links' } },
  faqSection: { heading, items: { as: 'rows', to: 'faq-items' } },
  notice: { kind: { as: 'choice', of: NOTICE_KINDS }, heading, text: passage },
  code: {
    language: { as: 'text', max: LIMITS.label },
    code: { as: 'lines', max: MAX_CODE, required: true },
  },
  definitions: {
    entries: {
      as: 'entries',
      of: { term: { ...heading, required: true }, definition: passage },
      max: MAX_ENTRIES,
      required: true,
    },
  },
  steps: {
    entries: { as: 'entries', of: { heading, text: passage }, max: MAX_ENTRIES, required: true },
  },
  pullQuote: {
    quote: { as: 'lines', max: LIMITS.note, required: true },
    source: { as: 'text', max: LIMITS.sourceTitle },
    url: { as: 'address' },
  },
  gallery: {
    caption,
    entries: {
      as: 'entries',
      of: { image: { ...image, required: true }, caption },
      max: MAX_ENTRIES,
      required: true,
    },
  },
  embed: {
    kind: { as: 'choice', of: EMBED_KINDS },
    title: { ...heading, required: true },
    url: { as: 'address', required: true },
    duration: { as: 'text', max: LIMITS.label },
    poster: image,
    transcript: { as: 'passage' },
  },
  button: {
    label: { as: 'text', max: LIMITS.label, required: true },
    article: { as: 'row', to: 'articles', required: true },
  },
  /** Within a line; the page numbers it and shows its text below the article. */
  footnote: { text: passage },
} as const satisfies Record<string, BlockFields>

export type BlockType = keyof typeof BLOCKS

/** Those that are a sign in a line, not a block between paragraphs. */
export const INLINE_BLOCKS = ['footnote'] as const satisfies readonly BlockType[]

export type InlineBlockType = (typeof INLINE_BLOCKS)[number]

/** Those of an article alone: what they show has a workflow and a place that only an article has. */
const ARTICLE_BLOCKS: readonly string[] = ['readAlso', 'faqSection']

/** The fields of a block; undefined for a name that is none. */
export const fieldsOf = (type: unknown): BlockFields | undefined =>
  typeof type === 'string' && Object.hasOwn(BLOCKS, type) ? BLOCKS[type as BlockType] : undefined

export const isInlineBlock = (type: unknown): type is InlineBlockType =>
  INLINE_BLOCKS.some((name) => name === type)

/** The blocks between paragraphs that a kind of text offers; an answer and a passage hold none. */
export const blocksIn = (kind: 'article' | 'page'): BlockType[] =>
  (Object.keys(BLOCKS) as BlockType[]).filter(
    (type) => !isInlineBlock(type) && (kind === 'article' || !ARTICLE_BLOCKS.includes(type)),
  )
