// Checks that a receipt tells the truth: nothing of the source is lost, nothing is in the article that is not from it.
import type { ImportedArticle, ParseResult } from '../importedArticle'
import { isBlankRange } from '../lines/lines'
import { excerpt } from '../messages'

/** What is wrong with a receipt; `at` is an offset in the source, `into` a place in the article. */
export type ReceiptIssue =
  | { code: 'gapOrOverlap' | 'lostText'; at: number; text: string }
  | { code: 'noSuchText' | 'notVerbatim' | 'notFromSource'; into: string }

const BLANK_REASONS = new Set(['whiteSpace', 'joinedLine', 'byteOrderMark'])

/**
 * Empty when the entries follow one another from 0 to the end of the source, those that drop white space drop nothing
 * else, the spans of each text of the article, joined by spaces, are that text, and each text has spans; except a
 * proposed title or summary, a title that was given, the title of a source that is only an address, and what front
 * matter says in another way than in these words.
 */
export function checkReceipt(
  source: string,
  { article, receipt }: Pick<ParseResult, 'article' | 'receipt'>,
): ReceiptIssue[] {
  const issues: ReceiptIssue[] = []
  const spans = new Map<string, string[]>()
  const decoded = new Set<string>()
  let at = 0
  for (const entry of receipt) {
    const text = source.slice(entry.start, entry.end)
    if (entry.start !== at || entry.end <= entry.start) {
      issues.push({ code: 'gapOrOverlap', at: entry.start, text: excerpt(text) })
    }
    at = entry.end
    if ('into' in entry) {
      if (entry.decoded && entry.into.startsWith('frontMatter/')) decoded.add(entry.into)
      const others = spans.get(entry.into)
      if (others) others.push(text)
      else spans.set(entry.into, [text])
    } else if (isLost(entry.dropped, text)) {
      issues.push({ code: 'lostText', at: entry.start, text: excerpt(text) })
    }
  }
  if (at !== source.length)
    issues.push({ code: 'gapOrOverlap', at, text: excerpt(source.slice(at)) })

  const texts = new Map(textsOf(article))
  for (const [into, found] of spans) {
    const text = texts.get(into)
    if (text === undefined) issues.push({ code: 'noSuchText', into })
    else if (text !== found.join(' ') && !decoded.has(into))
      issues.push({ code: 'notVerbatim', into })
  }
  const derived = derivedTexts(article)
  for (const into of texts.keys()) {
    if (!spans.has(into) && !derived.has(into)) issues.push({ code: 'notFromSource', into })
  }
  return issues
}

const isLost = (reason: string, text: string): boolean =>
  reason === 'unaccounted' || (BLANK_REASONS.has(reason) && !isBlankRange(text, 0, text.length))

/** Keys whose strings say something about a text instead of being one. */
const NOT_TEXT = new Set(['type', 'from'])

/** Every text of the article with its place. */
export function* textsOf(node: unknown, path = ''): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node]
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (!NOT_TEXT.has(key)) yield* textsOf(value, path === '' ? key : `${path}/${key}`)
  }
}

/** The places of texts that are not from the source, or that another place accounts for. */
function derivedTexts({ title, summary, sources }: ImportedArticle): Set<string> {
  const derived = new Set<string>()
  if (title && title.from !== 'titleLine') derived.add('title/text')
  if (summary) derived.add('summary/text')
  sources.forEach(({ title, url }, at) => {
    if (title === url) derived.add(`sources/${at}/url`)
  })
  return derived
}
