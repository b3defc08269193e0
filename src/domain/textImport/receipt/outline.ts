// Prints what the importer made of a source, for reading in a terminal.
import type {
  AnswerBlock,
  Block,
  ImportedArticle,
  ParseResult,
  ReceiptEntry,
  TitleOrigin,
} from '../importedArticle'
import { DROP_REASONS } from '../dropReasons'
import { shorten } from '../lines/sentences'
import { draftWords } from '../source/sourceStanding'

const WIDTH = 100
const QUOTE_WIDTH = 48

const TITLE_FROM: Record<TitleOrigin, string> = {
  given: ' (given)',
  frontMatter: '',
  titleLine: '',
  sharedHeadings: ' (proposed from what the headings share)',
  firstHeading: ' (proposed from the first heading)',
  firstWords: ' (proposed from the first words)',
}

/** Title, summary and front matter, then each block on a line of its own. */
export function formatOutline({
  article,
  notTaken = [],
}: Pick<ParseResult, 'article'> & Partial<ParseResult>): string {
  const { blocks, sources } = article
  const lines = [
    ...aligned([...about(article), ...labelled('Not taken', notTaken.join(', '))]),
    '',
    ...blocks.flatMap(outlineOf),
    ...(sources.length > 0 ? ['', `Sources (${sources.length})`] : []),
    ...sources.map(({ title, url }) => `  ${title}${url && url !== title ? ` <${url}>` : ''}`),
  ]
  return lines.map((line) => shorten(line, WIDTH)).join('\n')
}

function about({ title, summary, frontMatter }: ImportedArticle): [string, string][] {
  const { authors = [], topics = [], keywords = [], formerPaths = [] } = frontMatter
  const { category, categories = [], path, reviewer, lastReviewed } = frontMatter
  const asTopics = category ? categories : categories.slice(1)
  const rows: [string, string | undefined][] = [
    ['Title', title ? title.text + TITLE_FROM[title.from] : undefined],
    ['Summary', summary?.text],
    ['', summary?.proposed ? summaryFrom(frontMatter.summary) : undefined],
    ['Authors', authors.join('; ')],
    ['Category', category ?? categories[0]],
    ['Topics', [...new Set([...asTopics, ...topics, ...keywords])].join(', ')],
    ['Picture', frontMatter.image],
    ['', frontMatter.image && frontMatter.imageAlt ? `(${frontMatter.imageAlt})` : undefined],
    ['Path', path ?? frontMatter.slug],
    ['Before', formerPaths.join(', ')],
    ['Reviewer', reviewer],
    ['Reviewed', lastReviewed],
    ['Published', frontMatter.publishedAt ?? frontMatter.date ?? frontMatter.createdAt],
    ['Changed', frontMatter.modifiedAt],
    ['Draft', draftWords(frontMatter)],
  ]
  return rows.flatMap(([label, value]) => labelled(label, value))
}

const labelled = (label: string, value: string | undefined): [string, string][] =>
  value ? [[label, value]] : []

const summaryFrom = (stated: string | undefined): string =>
  stated === undefined
    ? '(proposed from the introduction)'
    : `(first sentences of the ${stated.length} characters that the source states)`

function outlineOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? ['', `## ${block.text}`] : [`   ### ${block.text}`]
    case 'readAlso':
      return [`   > Read Also: ${block.title}${block.url ? ` <${block.url}>` : ''}`]
    case 'faqSection':
      return [
        '',
        `## ${block.heading} (${counted(block.items.length, 'question')})`,
        ...block.items.flatMap(({ question, answer }) => [
          `   ? ${question}`,
          ...answer.map((part) => `     ${described(part)}`),
        ]),
      ]
    default:
      return [`   ${described(block)}`]
  }
}

function described(block: AnswerBlock): string {
  if (block.type === 'paragraph') {
    return `${shorten(block.text, QUOTE_WIDTH)} (${counted(block.text.length, 'character')})`
  }
  const mark = block.ordered ? `${block.start}.` : '-'
  return `${mark} ${shorten(block.items[0] ?? '', QUOTE_WIDTH)} (${counted(block.items.length, 'item')})`
}

/** One line for each span of the source, then how much of it is in the article. */
export function formatReceipt(source: string, { receipt }: Pick<ParseResult, 'receipt'>): string {
  const rows = receipt.map((entry): string[] => [
    `line ${entry.line}`,
    `${entry.start}-${entry.end}`,
    destination(entry),
    quoted(source.slice(entry.start, entry.end)),
  ])
  const used = receipt.reduce(
    (sum, entry) => ('into' in entry ? sum + entry.end - entry.start : sum),
    0,
  )
  const total = `${counted(source.length, 'character')}: ${used} in the article, ${source.length - used} dropped`
  return [...aligned(rows), total].join('\n')
}

const destination = (entry: ReceiptEntry): string =>
  'into' in entry ? entry.into : `(${DROP_REASONS[entry.dropped]})`

/** White space made visible: a line break is written \n. */
const quoted = (text: string): string => {
  const start = JSON.stringify(text.slice(0, QUOTE_WIDTH))
  return text.length > QUOTE_WIDTH ? `${start}…` : start
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Rows of cells as columns two spaces apart. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)))
  }
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
