// Words the importer's messages: what is wrong with a source, and what to do.
import { describeForeign } from './foreign'
import type { CappedText, ImportIssue, UnreadMark } from './importedArticle'

const CAPPED: Record<CappedText, string> = {
  title: 'the title',
  summary: 'the summary',
  path: 'the path',
  id: 'the id',
  name: 'the name',
  heading: 'the heading',
  question: 'the question',
  answer: 'the answer',
  body: 'the article',
}

type MessageFor = {
  [Code in ImportIssue['code']]: (issue: Extract<ImportIssue, { code: Code }>) => string
}

const MESSAGES: MessageFor = {
  empty: () => 'there is no text. Give a file with an article in it.',
  tooLarge: ({ bytes, limit }) =>
    `the file has ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB can be imported. Split it into articles.`,
  nul: () =>
    'there is a NUL character, so this is not a text file. Save the article as plain text.',
  binary: ({ character }) =>
    `there is a control character (${character}) that no text has. Delete it, or save the article as plain text.`,
  foreign: ({ format }) => describeForeign(format),
  utf16: () => 'the file is in UTF-16. Save it as plain text in UTF-8.',
  notUtf8: () => 'the bytes are not UTF-8. Save the file as plain text in UTF-8.',
  noText: () => 'there is no text to publish. Write the article below the front matter.',
  tooManyLines: ({ limit }) =>
    `an article has at most ${limit} lines, and this is the next one. Split the file into articles.`,
  headingWithoutText: ({ text }) =>
    `the heading “${text}” has no text. Write text below it, or end the line with a full stop if it is a sentence.`,
  faqWithoutQuestions: ({ text }) =>
    `“${text}” has no questions. Put each question on a line of its own that ends in “?”, its answer below it.`,
  questionWithoutAnswer: ({ text }) =>
    `the question “${text}” has no answer. Write the answer below it, or delete the question.`,
  questionTwice: ({ text, firstLine }) =>
    `the question “${text}” was already asked on line ${firstLine}. Delete one of the two.`,
  readAlsoWithoutTitle: () =>
    'the Read Also line names no article. Write the article’s title after it.',
  badUrl: ({ text }) =>
    `“${text}” is not an http or https address. Write the whole address, or leave it out.`,
  badDate: ({ text }) => `“${text}” is not a date. Write it as YYYY-MM-DD.`,
  frontMatterNotClosed: () =>
    'the front matter has no end. Put a line with “---” below its last line.',
  frontMatterLine: ({ text }) =>
    `“${text}” is no line of front matter. Write it as “key: value”, or indent it if it belongs to the key above.`,
  frontMatterOpen: ({ text }) =>
    `“${text}” has a quote or bracket without its end. Close it, or put the whole value in quotes.`,
  frontMatterTab: ({ text }) => `“${text}” is indented with a tab. Indent it with spaces.`,
  frontMatterTag: ({ text }) =>
    `“${text}” has a type (“!…”) that is not read. Write the value itself, or put it in quotes.`,
  frontMatterRepeats: ({ text }) =>
    `“${text}” repeats what stands elsewhere (“*…”, “<<”). Write it out here.`,
  frontMatterDepth: ({ text }) =>
    `“${text}” has too many brackets in one another. Write a plain list or text.`,
  frontMatterToml: ({ text }) =>
    `“${text}” is no line of TOML. Write it as “key = "value"”, with texts in quotes.`,
  frontMatterValue: ({ text }) =>
    `the front matter gives “${text}” keys of its own. Write one text behind it.`,
  frontMatterLanguage: () =>
    'the front matter is a program or in a language that is not read. Write it as YAML, TOML or JSON.',
  frontMatterTooLong: ({ limit }) =>
    `the front matter is longer than ${limit} characters. Move the text below the line that closes it.`,
  tooLong: ({ what, length, limit }) =>
    `${CAPPED[what]} has ${length} characters; at most ${limit} are allowed. Shorten it.`,
}

/** What is wrong and what to do, as one or two sentences without the line. */
export const describeIssue = (issue: ImportIssue): string =>
  (MESSAGES[issue.code] as (issue: ImportIssue) => string)(issue)

/** More marks than these are counted, not listed. */
const MAX_MARKS = 20

/** Why a source is a draft: the marks in it that readers would see, line by line; nothing without any. */
export function describeMarks(marks: readonly UnreadMark[]): string[] {
  if (marks.length === 0) return []
  const more = marks.length - MAX_MARKS
  return [
    'It is a draft, not published: readers would see these marks of its source. Replace them in the panel, or in the source.',
    ...marks.slice(0, MAX_MARKS).map(({ line, kind, text }) => `  line ${line}: ${kind}: ${text}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

/** The beginning of a text, for a message: at most 80 characters. */
export const excerpt = (text: string): string =>
  text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
