// Parses plain text into a structured article: the importer's core.
import { LIMITS } from '../access/limits'
import { checkArticle } from './article/checkArticle'
import { findMarks } from './receipt/findMarks'
import { readFrontMatter } from './frontMatter/frontMatter'
import { isText, type FrontMatterField } from './frontMatter/frontMatterValues'
import type { ArticleOf, ImportIssue, ParseResult } from './importedArticle'
import { isBlankRange, splitLines, type Line } from './lines/lines'
import type { Phrase } from './lines/phrase'
import { proposeSummary, proposeTitle, stateSummary } from './article/propose'
import { readBody } from './article/readBody'
import { readElements } from './elements/readElements'
import { settle, writeReceipt } from './receipt/receipt'

/** More non-blank lines than an article of `LIMITS.body` characters has; the rest of the source is not read. */
export const MAX_LINES = 20_000

/**
 * Reads a source that `decodeSource` accepted. `options.title` goes before every title in the source, unless it is
 * blank. Never throws: the reasons against importing the source are in `issues`, and the receipt is complete in any
 * case.
 */
export function parseArticle(source: string, options: { title?: string } = {}): ParseResult {
  const lines = splitLines(source, MAX_LINES)
  const front = readFrontMatter(source, lines)
  const elements = readElements(front.rest)
  const given = options.title?.trim() || null
  const stated = given ?? front.frontMatter.title?.text ?? null
  const body = readBody(elements.elements, stated)

  const draft: ArticleOf<Phrase | string> = {
    title: body.title && { text: body.title, proposed: false, from: 'titleLine' },
    frontMatter: front.frontMatter,
    summary: null,
    blocks: body.blocks,
    sources: body.sources,
  }
  const { article, claims } = settle(draft)
  if (given !== null) {
    article.title = { text: given, proposed: false, from: 'given' }
  } else if (stated !== null) article.title = { text: stated, proposed: false, from: 'frontMatter' }
  article.title ??= proposeTitle(article.blocks)
  const summary = article.frontMatter.summary ?? article.frontMatter.description
  article.summary = summary === undefined ? proposeSummary(article.blocks) : stateSummary(summary)

  const dropped = [...front.dropped, ...elements.dropped, ...body.dropped]
  const found = [
    ...front.issues,
    ...elements.issues,
    ...body.issues,
    ...checkArticle({ ...body, frontMatter: front.frontMatter }),
    ...checkWhole(source, lines, article),
  ]
  const receipt = writeReceipt(source, lines, claims, dropped)
  return {
    article,
    receipt,
    address: statedAddress(front.fields),
    imageLine: front.frontMatter.image?.line,
    notTaken: front.notTaken,
    issues: decisive(found).sort((a, b) => a.line - b.line),
    marks: findMarks(article, receipt, lines),
  }
}

/** `path` and `permalink` from the root of a site, `url` from that of its own: it may be what a text is about. */
function statedAddress(fields: readonly FrontMatterField[]): string | undefined {
  const whole = { path: /^\//, permalink: /^(?:\/(?!\/)|https?:\/\/)/i, url: /^\/(?!\/)/ }
  for (const [name, pattern] of Object.entries(whole)) {
    const value = fields.find(({ key }) => key.toLowerCase() === name)?.value
    if (value && isText(value) && pattern.test(value.text)) return value.text
  }
  return undefined
}

function checkWhole(
  source: string,
  lines: readonly Line[],
  { blocks, title }: ArticleOf<string>,
): ImportIssue[] {
  const last = lines.at(-1)
  if (!last) return [{ code: 'empty', line: 1 }]
  if (blocks.length === 0) return [{ code: 'noText', line: 1 }]
  const issues: ImportIssue[] = []
  if (!isBlankRange(source, last.end, source.length)) {
    issues.push({ code: 'tooManyLines', line: last.number + 1, limit: MAX_LINES })
  }
  const length = title?.from === 'given' ? title.text.length : 0
  const limit = LIMITS.title
  if (length > limit) issues.push({ code: 'tooLong', line: 1, what: 'title', length, limit })
  return issues
}

/** Without the issues that only follow from front matter that was not understood. */
function decisive(issues: ImportIssue[]): ImportIssue[] {
  const first = issues.filter(({ code }) => code.startsWith('frontMatter'))
  return first.length > 0 ? first : issues
}
