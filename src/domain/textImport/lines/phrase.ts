// Describes a text of the article while it is still a place in the source.
import { isBlank, trimRange, type Line, type Lines } from './lines'
import type { DropReason } from '../dropReasons'

/** Part of one line: offsets in the source. */
export interface Span {
  line: Line
  start: number
  end: number
}

/**
 * The spans that make one text, in order, joined by single spaces. `around` says why the rest of their lines (a
 * heading's `##`, the words "Read Also:") is not part of it. `decoded` is the text where the spans are its notation.
 */
export class Phrase {
  constructor(
    readonly spans: readonly [Span, ...Span[]],
    readonly around: DropReason,
    readonly decoded: string | null = null,
  ) {}

  /** The 1-based line it begins on. */
  get line(): number {
    return this.spans[0].line.number
  }

  get text(): string {
    return this.decoded ?? this.spans.map(spanText).join(' ')
  }
}

/** A line of which nothing is in the article. */
export interface DroppedLine {
  line: Line
  reason: DropReason
}

export const spanText = ({ line, start, end }: Span): string =>
  line.text.slice(start - line.start, end - line.start)

/** The whole line. */
export const wholeLine = (line: Line): Span => ({ line, start: line.start, end: line.end })

/** A span of `text`, which is part of `span`: from `from` to `to` (offsets in the span's text), without blanks around. */
export function part(span: Span, from: number, to = span.end - span.start): Span {
  const [start, end] = trimRange(spanText(span), from, to)
  return { line: span.line, start: span.start + start, end: span.start + end }
}

export const isEmpty = (span: Span): boolean => span.start >= span.end

/** Whole lines as one running text. */
export const running = (lines: Lines): Phrase =>
  new Phrase([wholeLine(lines[0]), ...lines.slice(1).map(wholeLine)], 'whiteSpace')

const EMPHASIS = ['**', '__', '*', '_']

/** Without Markdown's emphasis, where it surrounds the whole span. */
export function withoutEmphasis(span: Span): Span {
  const text = spanText(span)
  const mark = EMPHASIS.find(
    (mark) =>
      text.length > 2 * mark.length &&
      text.startsWith(mark) &&
      text.endsWith(mark) &&
      !isBlank(text[mark.length]) &&
      !text.slice(mark.length, -mark.length).includes(mark),
  )
  return mark ? part(span, mark.length, text.length - mark.length) : span
}
