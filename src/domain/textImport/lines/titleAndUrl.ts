// Finds the title and the address in a text like "Title (https://example.org)" or "[Title](https://example.org)".
import { LIMITS } from '../../access/limits'
import { isBlank } from './lines'
import { isEmpty, part, spanText, withoutEmphasis, type Span } from './phrase'

export interface TitleAndUrl {
  /** What is left without the address; two spans when the address is in the middle, none when nothing is left. */
  title: Span[]
  url: Span | null
}

/** The text between the brackets of a Markdown link: the address, and a tooltip that is dropped. */
const LINK_TARGET = /^\s*<?([^\s<>]*)>?(?:\s+["'].*)?$/su

/** An address with any scheme, so that one that may not be linked is noticed instead of read as part of a title. */
const URL_START =
  /(?<=^|[\s(<[])(?=[a-z][a-z0-9+.-]{0,20}:\/\/\S|(?:javascript|data|vbscript|mailto|tel|file|blob|about):\S)/iu

const BEFORE_URL = '(<[:–—|,*_-'
const AFTER_URL = ')>]*_.,;:!?"\'”’»'

const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
}

/** Finds the first address in the span; quotes and emphasis around the title are not part of it. */
export function titleAndUrl(span: Span): TitleAndUrl {
  const link = markdownLink(span)
  if (link) return { title: titleSpans([link.text]), url: link.url }
  const text = spanText(span)
  const start = text.search(URL_START)
  if (start < 0) return { title: titleSpans([span]), url: null }
  const end = start + urlLength(text.slice(start))
  return {
    title: titleSpans([
      part(span, 0, skip(text, start, -1, BEFORE_URL)),
      part(span, skip(text, end, 1, AFTER_URL)),
    ]),
    url: part(span, start, end),
  }
}

/** Text and address of a span that is one Markdown link; `url` is null when the link has no target. */
export function markdownLink(span: Span): { text: Span; url: Span | null } | null {
  const text = spanText(span)
  const end = skip(text, text.length, -1, '.') - 1
  const middle = text.lastIndexOf('](', end)
  if (!text.startsWith('[') || middle < 2 || text[end] !== ')') return null
  const target = text.slice(middle + 2, end)
  const address = LINK_TARGET.exec(target)?.[1]
  if (address === undefined) return null
  const from = middle + 2 + target.indexOf(address)
  const url = part(span, from, from + address.length)
  return { text: part(span, 1, middle), url: isEmpty(url) ? null : url }
}

/** From the offset `at`, past blanks and any of `signs`, in steps of 1 or -1. */
function skip(text: string, at: number, step: 1 | -1, signs: string): number {
  for (let next = at; ; next += step) {
    const sign = step === 1 ? text[next] : text[next - 1]
    if (sign === undefined || !(signs.includes(sign) || isBlank(sign))) return next
  }
}

const titleSpans = (spans: Span[]): Span[] =>
  spans.map((span) => withoutQuotes(withoutEmphasis(span))).filter((span) => !isEmpty(span))

function withoutQuotes(span: Span): Span {
  const text = spanText(span)
  const close = QUOTES[text[0] ?? '']
  const inner = text.slice(1, -1)
  const surrounds = close !== undefined && text.length > 2 && text.endsWith(close)
  return surrounds && !inner.includes(close) ? part(span, 1, text.length - 1) : span
}

/** Without closing punctuation; a closing bracket belongs to the address only where one is opened in it. */
function urlLength(text: string): number {
  const url = /^[^\s<>]+/u.exec(text)?.[0] ?? ''
  let unopened = count(url, ')') - count(url, '(')
  let length = url.length
  for (; length > 0; length--) {
    const sign = url[length - 1] ?? ''
    if (sign === ')' ? unopened <= 0 : !AFTER_URL.includes(sign)) break
    if (sign === ')') unopened--
  }
  return length
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** True for an absolute http(s) address of a length that can be stored. */
export function isWebAddress(url: string): boolean {
  if (url.length > LIMITS.url) return false
  try {
    const { protocol, hostname } = new URL(url)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
  } catch {
    return false
  }
}
