// Writes the receipt: the place in the article where each character of a source went, or the reason why it was dropped.
import type { ArticleOf, ReceiptEntry } from '../importedArticle'
import { isBlankRange, type Line } from '../lines/lines'
import type { DropReason } from '../dropReasons'
import { Phrase, type DroppedLine, type Span } from '../lines/phrase'

/** A span of the source that is in the article's text at `into`. */
interface Claim extends Span {
  into: string
  around: DropReason
  decoded: boolean
}

export interface Settled {
  article: ArticleOf<string>
  claims: Claim[]
}

/** Turns each phrase of the draft into its text and notes where it is. A phrase used twice counts where it is first. */
export function settle(draft: ArticleOf<Phrase | string>): Settled {
  const claims: Claim[] = []
  const seen = new Set<Phrase>()
  const walk = (node: unknown, path: string): unknown => {
    if (node instanceof Phrase) {
      if (!seen.has(node)) {
        const { around, decoded } = node
        for (const span of node.spans) {
          claims.push({ ...span, into: path, around, decoded: decoded !== null })
        }
      }
      seen.add(node)
      return node.text
    }
    const below = (key: string | number): string => (path === '' ? `${key}` : `${path}/${key}`)
    if (Array.isArray(node)) return node.map((item, at) => walk(item, below(at)))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, walk(value, below(key))]),
    )
  }
  return { article: walk(draft, '') as ArticleOf<string>, claims }
}

/** Every character of the source, in order: in a text of the article, or dropped with the reason. `lines` are those read. */
export function writeReceipt(
  source: string,
  lines: readonly Line[],
  claims: readonly Claim[],
  dropped: readonly DroppedLine[],
): ReceiptEntry[] {
  const { reasons, claimed } = byLine(claims, dropped)
  const entries: Entry[] = []
  let at = 0
  const dropUntil = (end: number, reason: DropReason): void => {
    if (at < end) entries.push({ start: at, end, dropped: reason })
    at = end
  }
  if (source.startsWith('\ufeff')) dropUntil(1, 'byteOrderMark')
  for (const line of lines) {
    const reason = reasons.get(line.number) ?? 'unaccounted'
    dropUntil(line.start, 'whiteSpace')
    for (const { start, end, into, decoded } of claimed.get(line.number) ?? []) {
      dropUntil(start, isBlankRange(source, at, start) ? 'whiteSpace' : reason)
      entries.push(decoded ? { start, end, into, decoded } : { start, end, into })
      at = end
    }
    dropUntil(line.end, reason)
  }
  const allRead = isBlankRange(source, at, source.length)
  dropUntil(source.length, allRead ? 'whiteSpace' : 'notRead')
  return withLines(source, entries.map(asJoint))
}

type Entry = { start: number; end: number } & (
  { into: string; decoded?: true } | { dropped: DropReason }
)

/** By line number: why what is left over is dropped, and the spans that are not, from left to right. */
function byLine(claims: readonly Claim[], dropped: readonly DroppedLine[]) {
  const reasons = new Map(dropped.map(({ line, reason }) => [line.number, reason]))
  const claimed = new Map<number, Claim[]>()
  for (const claim of claims) {
    const { number } = claim.line
    const others = claimed.get(number)
    if (others) others.push(claim)
    else claimed.set(number, [claim])
    reasons.set(number, claim.around)
  }
  for (const onLine of claimed.values()) onLine.sort((a, b) => a.start - b.start)
  return { reasons, claimed }
}

/** White space between two spans of one text stands for the space that joins them. */
function asJoint(entry: Entry, at: number, entries: Entry[]): Entry {
  const before = entries[at - 1]
  const after = entries[at + 1]
  const joins =
    'dropped' in entry &&
    entry.dropped === 'whiteSpace' &&
    before !== undefined &&
    after !== undefined &&
    'into' in before &&
    'into' in after &&
    before.into === after.into
  return joins ? { ...entry, dropped: 'joinedLine' } : entry
}

/** Adds the line that each entry begins on. */
function withLines(source: string, entries: Entry[]): ReceiptEntry[] {
  let line = 1
  let at = 0
  return entries.map((entry) => {
    for (; at < entry.start; at++) if (endsLine(source, at)) line++
    return { ...entry, line }
  })
}

const endsLine = (source: string, at: number): boolean =>
  source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n')
