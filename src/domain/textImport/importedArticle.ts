// Describes what the plain-text importer makes of a source: the article, the receipt, and the reasons to refuse it.
import type { SourceMarkKind } from './source/sourceMarks'
import type { DropReason } from './dropReasons'
import type { ForeignFormat } from './foreign'

/**
 * The shapes below hold texts of one kind: while a source is read, `Phrase` (the place of the text); in the result,
 * `string`.
 */
export interface ArticleOf<Text> {
  /** Null only together with an issue. */
  title: { text: Text; proposed: boolean; from: TitleOrigin } | null
  frontMatter: FrontMatter<Text>
  /** Null when there is no paragraph to propose one from. */
  summary: { text: Text; proposed: boolean } | null
  blocks: BlockOf<Text>[]
  sources: SourceOf<Text>[]
}

export type ImportedArticle = ArticleOf<string>

/** Where the title comes from; the last three are proposals. */
export type TitleOrigin =
  'given' | 'frontMatter' | 'titleLine' | 'sharedHeadings' | 'firstHeading' | 'firstWords'

/** What an author may state before the text. Names and the path are as typed; the caller checks them. */
export interface FrontMatter<Text = string> {
  title?: Text
  authors?: Text[]
  category?: Text
  /** The first one is the category where none is named alone; the others are topics. */
  categories?: Text[]
  topics?: Text[]
  /** Topics beside the others. */
  keywords?: Text[]
  /** The picture at its top: a path from the source's own file, or an address; and its alternative text. */
  image?: Text
  imageAlt?: Text
  summary?: Text
  /** The summary where there is no other, else what search engines get. */
  description?: Text
  path?: Text
  /** The source's own id, and the site that it comes from. */
  sourceId?: Text
  site?: Text
  /** What the address is to be made of, in place of the title. */
  slug?: Text
  /** Paths or web addresses that the text had before; the caller checks whether they can be any. */
  formerPaths?: Text[]
  reviewer?: Text
  /** `YYYY-MM-DD`, a day that exists. */
  lastReviewed?: Text
  /** What the source says of its standing, in its own words; sourceStanding.ts knows them. */
  draft?: Text
  published?: Text
  status?: Text
  visibility?: Text
  hidden?: Text
  noindex?: Text
  robots?: Text
  /** Dates as sourceDate.ts reads them. */
  publishedAt?: Text
  date?: Text
  createdAt?: Text
  modifiedAt?: Text
  expires?: Text
  seoTitle?: Text
  seoDescription?: Text
}

interface ParagraphOf<Text> {
  type: 'paragraph'
  text: Text
}

interface ListOf<Text> {
  type: 'list'
  ordered: boolean
  /** The first item's number; 1 for bullets. */
  start: number
  items: Text[]
}

interface HeadingOf<Text> {
  type: 'heading'
  /** 2 is a section, 3 a sub-section. */
  level: 2 | 3
  text: Text
}

/** A title, and the http(s) address when the source gives one. */
export interface ReadAlsoOf<Text> {
  type: 'readAlso'
  title: Text
  url?: Text
}

export interface FaqSectionOf<Text> {
  type: 'faqSection'
  heading: Text
  items: { question: Text; answer: AnswerBlockOf<Text>[] }[]
}

export type AnswerBlockOf<Text> = ParagraphOf<Text> | ListOf<Text>
export type BlockOf<Text> =
  ParagraphOf<Text> | HeadingOf<Text> | ListOf<Text> | ReadAlsoOf<Text> | FaqSectionOf<Text>

export type AnswerBlock = AnswerBlockOf<string>
export type Block = BlockOf<string>

/** A source given as an address alone has the address as its title. */
export interface SourceOf<Text> {
  title: Text
  url?: Text
}

/**
 * One span of the source: UTF-16 offsets `start` (included) to `end` (excluded), and the 1-based line of `start`.
 * It went either into one text of the article, named by its place (`blocks/3/items/1/question`), or nowhere. `decoded`:
 * the text is what the notation of the front matter (escapes, a repeated value) stands for, not the span as it is.
 */
export type ReceiptEntry =
  | { start: number; end: number; line: number; into: string; decoded?: true }
  | { start: number; end: number; line: number; dropped: DropReason }

/** One reason to refuse a source, found at the 1-based `line`. `text` quotes the source, shortened. */
export type ImportIssue = { line: number } & (
  | { code: 'empty' | 'nul' | 'utf16' | 'notUtf8' | 'noText' }
  | { code: 'binary'; character: string }
  | { code: 'foreign'; format: ForeignFormat }
  | { code: 'tooLarge'; bytes: number; limit: number }
  | { code: 'tooManyLines'; limit: number }
  | { code: 'frontMatterNotClosed' | 'frontMatterLanguage' | 'readAlsoWithoutTitle' }
  | { code: 'headingWithoutText' | 'faqWithoutQuestions' | 'questionWithoutAnswer'; text: string }
  | { code: 'questionTwice'; text: string; firstLine: number }
  | { code: 'badUrl' | 'badDate' | 'frontMatterValue'; text: string }
  | { code: FrontMatterFault; text: string }
  | { code: 'frontMatterTooLong'; limit: number }
  | { code: 'tooLong'; what: CappedText; length: number; limit: number }
)

/** A reason why a line of front matter cannot be read. */
export type FrontMatterFault =
  | 'frontMatterLine'
  | 'frontMatterOpen'
  | 'frontMatterTab'
  | 'frontMatterTag'
  | 'frontMatterRepeats'
  | 'frontMatterDepth'
  | 'frontMatterToml'

export type CappedText =
  'title' | 'summary' | 'path' | 'id' | 'name' | 'heading' | 'question' | 'answer' | 'body'

export interface ParseResult {
  article: ImportedArticle
  /** Sorted, without gap or overlap, from 0 to the length of the source. */
  receipt: ReceiptEntry[]
  /** The address that the source states for itself, as it is written there. */
  address?: string
  /** The 1-based line of the picture that the front matter names. */
  imageLine?: number
  /** Keys of the front matter of which something was not taken over. */
  notTaken: string[]
  /** In reading order. Not empty: nothing of the article may be written. */
  issues: ImportIssue[]
  /** What readers would see as it is typed, in reading order. Not empty: the article may be a draft, and not live. */
  marks: UnreadMark[]
}

/** A mark that the importer does not understand, on the 1-based `line` of the source; `text` is the mark, shortened. */
export interface UnreadMark {
  line: number
  kind: SourceMarkKind
  text: string
}
