// Recognises headings, questions and Read Also lines by the looks of a single line.
import { LIMITS } from '../../access/limits'
import {
  CLOSING_PUNCTUATION,
  LINE_LIMITS,
  NAMED_HEADING_PATTERNS,
  NEVER_HEADING,
  QUESTION_END,
  QUESTION_MARK,
  QUESTION_NUMBER,
  READ_ALSO,
  UNSURE_READ_ALSO,
  type HeadingName,
} from './grammar'
import { isBlank, type Line, type Lines } from './lines'
import { isEmpty, part, Phrase, spanText, wholeLine, withoutEmphasis, type Span } from './phrase'
import { sentences } from './sentences'
import { markdownLink, titleAndUrl, type TitleAndUrl } from './titleAndUrl'
import { visible, readVisibleWords } from './visible'

export const isQuestion = (text: string): boolean => QUESTION_END.test(text)

/** The meaning of a heading that has one of its own, however its words are written and whatever follows them. */
export function headingName(text: string): HeadingName | null {
  if (text.length > LIMITS.heading) return null
  const words = readVisibleWords(text)
  // "Frequently-Asked Questions": a hyphen between words is a blank, but in "wrap-up".
  const forms = [words, words.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')]
  const isSentence = /[.!?;,…]$/u.test(words)
  // "FAQ." and "People also ask?" can be nothing else; "In summary." can be a sentence.
  const named = NAMED_HEADING_PATTERNS.find(({ name, pattern, whole }) =>
    forms.some((form) => {
      const alone = form.replace(/[\s.:!?…]+$/u, '')
      return (name === 'faq' && whole.test(alone)) || (!isSentence && pattern.test(form))
    }),
  )
  return named?.name ?? null
}

/** True for a short line without closing punctuation and for a single question. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > LIMITS.heading || !/\p{L}/u.test(text) || NEVER_HEADING.test(text)) return false
  if (isQuestion(text)) return sentences(text).length === 1
  return text.length <= LINE_LIMITS.short && !CLOSING_PUNCTUATION.test(text)
}

/** A line as a heading, without emphasis around it, or null when it does not look like one. */
export function headingText(line: Line): Phrase | null {
  if (line.text.length > LIMITS.heading + 4) return null
  const span = withoutEmphasis(wholeLine(line))
  const text = spanText(span)
  return looksLikeHeading(text) || headingName(text) !== null
    ? new Phrase([span], 'headingMark')
    : null
}

/** Markdown's `#` to `######` with a text; a closing row of `#` is not part of it. */
export function markdownHeading(line: Line): { level: number; text: Phrase } | null {
  const level = /^#{1,6}(?=\s)/.exec(line.text)?.[0].length
  if (level === undefined) return null
  let end = line.text.length
  while (line.text[end - 1] === '#') end--
  if (!isBlank(line.text[end - 1])) end = line.text.length
  const text = part(wholeLine(line), level, Math.max(level, end))
  return isEmpty(text) ? null : { level, text: new Phrase([withoutEmphasis(text)], 'headingMark') }
}

/**
 * A FAQ question without what marks it. `marked`: it says so itself, with `Q:` or the like, or in bold; then more text
 * may follow the question ("What is CSW? (in short)").
 */
export function questionText(lines: Lines): { text: Phrase; marked: boolean } | null {
  const [first, ...more] = lines
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (length > LIMITS.question + 20) return null
  const span = lines.length === 1 ? withoutEmphasis(wholeLine(first)) : wholeLine(first)
  const phrase = new Phrase([withoutQuestionMark(span), ...more.map(wholeLine)], 'questionMark')
  const emphasised = lines.length === 1 && span.start > first.start
  const marked = emphasised || QUESTION_MARK.test(spanText(span))
  const { text } = phrase
  const asks = emphasised ? /[?？؟]/u.test(text) : isQuestion(text)
  if (!asks || text.length > LIMITS.question) return null
  const long = lines.length > 1 || text.length > LINE_LIMITS.longQuestion
  if (!marked && long && sentences(text).length > 1) return null
  return { text: phrase, marked }
}

/** Without `Q:`, `Q1.`, `3)` and the like in front. */
export function withoutQuestionMark(span: Span): Span {
  const text = spanText(span)
  const mark = QUESTION_MARK.exec(text) ?? QUESTION_NUMBER.exec(text)
  return mark ? withoutEmphasis(part(span, mark[0].length)) : span
}

/** A Read Also line's title and address; the title is empty when the line ends after the words. */
export function readAlsoText(line: Line): TitleAndUrl | null {
  if (line.text.length > LINE_LIMITS.titleAndUrl) return null
  const whole = withoutBrackets(wholeLine(line))
  const link = markdownLink(whole)
  const span = link ? link.text : whole
  const text = spanText(span)
  const head = visible(text.slice(0, LINE_LIMITS.short))
  const match = READ_ALSO.exec(head.text + text.slice(LINE_LIMITS.short))
  if (match?.[1] === undefined || match[2] === undefined) return null
  const mark = match[0].length - match[2].length
  const begin = head.offsets[mark] ?? text.length - match[2].length
  const found = titleAndUrl(withoutTrailingEmphasis(part(span, begin)))
  const title = found.title.map(spanText).join(' ')
  if (title.length > LIMITS.sourceTitle) return null
  if (UNSURE_READ_ALSO.test(match[1]) && found.url === null && !looksLikeTitle(title)) return null
  return link ? { title: found.title, url: link.url } : found
}

const looksLikeTitle = (title: string): boolean =>
  title.length <= LINE_LIMITS.short && !/[.:;,]$/.test(title) && sentences(title).length <= 1

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

function withoutBrackets(span: Span): Span {
  const { text } = span.line
  const close = PAIRS[text[0] ?? '']
  return close !== undefined && text.endsWith(close) ? part(span, 1, text.length - 1) : span
}

/** Takes the end of `**Read Also: Title**` away; its beginning stands before the words. */
function withoutTrailingEmphasis(span: Span): Span {
  const text = spanText(span)
  const bare = text.replace(/(?<![*_])[*_]{1,3}$/u, '')
  const opened = bare.includes('*') || bare.includes('_')
  return opened ? span : part(span, 0, bare.length)
}
