// Finds the marks of the source that would reach readers, because the importer does not understand them.
import { findSourceMarks } from '../source/sourceMarks'
import { textsOf } from './checkReceipt'
import type { ImportedArticle, ReceiptEntry, UnreadMark } from '../importedArticle'
import type { Line } from '../lines/lines'
import { excerpt } from '../messages'

/** Places of what is no text to read. */
const NOT_SHOWN = /(?:^|\/)url$|^frontMatter\/(?:path|formerPaths|lastReviewed)\b/

type Span = Extract<ReceiptEntry, { into: string }>

/** In the order of the source. `lines` are its lines that are not blank. */
export function findMarks(
  article: ImportedArticle,
  receipt: readonly ReceiptEntry[],
  lines: readonly Line[],
): UnreadMark[] {
  const spans = new Map<string, Span[]>()
  for (const entry of receipt) {
    if (!('into' in entry)) continue
    const others = spans.get(entry.into)
    if (others) others.push(entry)
    else spans.set(entry.into, [entry])
  }
  const marks = [...textsOf(article)].flatMap(([place, text]) => {
    // What has no span is proposed, and its words stand elsewhere as well.
    const written = spans.get(place)
    if (!written || NOT_SHOWN.test(place)) return []
    return findSourceMarks(text).map(({ kind, text: mark, at }): UnreadMark => ({
      line: lineOf(written, at),
      kind,
      text: excerpt(mark),
    }))
  })
  return [...marks, ...fences(receipt, lines)].sort((a, b) => a.line - b.line)
}

/** The line of the offset `at` in the text that the spans make, joined by single spaces. */
function lineOf(spans: readonly Span[], at: number): number {
  let passed = 0
  for (const { start, end, line } of spans) {
    passed += end - start + 1
    if (at < passed) return line
  }
  return spans.at(-1)?.line ?? 1
}

/** Fences around the whole text say nothing; those inside it stand around code. */
function fences(receipt: readonly ReceiptEntry[], lines: readonly Line[]): UnreadMark[] {
  const outer = [lines[0]?.number, lines.at(-1)?.number]
  return receipt.flatMap((entry) =>
    'dropped' in entry && entry.dropped === 'fence' && !outer.includes(entry.line)
      ? [{ line: entry.line, kind: 'code' as const, text: '~~~' }]
      : [],
  )
}
