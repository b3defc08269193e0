// Recognises a text that is no plain text and no Markdown by how it begins and what most of its lines are.
import type { ForeignFormat } from '../foreign'

/** At the top of a text, blanks and comments of HTML left out. */
const TOPS: readonly [ForeignFormat, RegExp][] = [
  ['pointer', /^version https:\/\/git-lfs\.github\.com\/spec/],
  ['key', /^-----BEGIN [A-Z0-9 ]+-----/],
  ['contact', /^(?:BEGIN:V(?:CARD|CALENDAR)|\[(?:InternetShortcut|Desktop Entry)\])/i],
  ['subtitles', /^(?:WEBVTT\b|\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> )/],
  ['patch', /^(?:diff --git |From [\da-f]{40} |Index: .+\n={20}|--- .+\n\+\+\+ .+\n@@ )/],
  ['template', /^(?:<\?php\b|<\?=|<%)/i],
  ['code', /^(?:#!\/|#include\s*[<"]|package [\w.]+;?\s*\n|\/\*\*?\s*\n|@charset )/],
  ['latex', /^(?:%.*\n|\s)*\\(?:documentclass|documentstyle|input\{)/],
  ['markup', /^(?:#\+[a-z_]+:|\.(?:TH|SH|Dd) |\.\\"|= \S.*\n(?::[\w-]+:|.+<\S+@\S+>))/i],
  ['svg', /^<svg[\s>]/i],
  ['html', /^(?:<!doctype\s+html|<(?:html|head|body)[\s>])/i],
  ['feed', /^<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i],
  ['xml', /^<(?:!doctype|\?xml|!\[CDATA\[)/i],
]

/** Above which XML that begins with its declaration is more than that. */
const IN_XML: readonly [ForeignFormat, RegExp][] = [
  [
    'wordpress',
    /<rss[^>]*wordpress\.org\/export|<generator>https?:\/\/wordpress\.org|<wp:wxr_version>/i,
  ],
  ['svg', /^(?:<[?!][^>]*>\s*)*<svg[\s>]/i],
  ['html', /^(?:<[?!][^>]*>\s*)*<html[\s>]/i],
  ['feed', /^(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i],
]

/** So much of a text is looked into where its kind does not show at the top. */
const HEAD = 20_000

/** What a text is, and the 1-based line that says so. */
export function foreignText(text: string): { format: ForeignFormat; line: number } | null {
  const top = text.slice(0, HEAD).replace(/^(?:\s|\ufeff|<!--[^]*?-->)+/, '')
  const format = formatAtTop(top) ?? (isJson(text) ? 'json' : formatOfLines(top))
  if (format) return { format, line: 1 }
  const program = programLine(text)
  return program === null ? null : { format: 'mdx', line: program }
}

function formatAtTop(top: string): ForeignFormat | null {
  const format = TOPS.find(([, pattern]) => pattern.test(top))?.[0]
  if (format !== 'xml' && format !== 'feed') return format ?? (isElement(top) ? 'xml' : null)
  return IN_XML.find(([, pattern]) => pattern.test(top))?.[0] ?? format
}

/** An element that Markdown, which may begin with HTML, does not have. */
const isElement = (top: string): boolean =>
  /^<[a-z][\w.-]*(?::[\w.-]+|\s[^<>]*xmlns[:=][^<>]*)[\s/>]/i.test(top)

/** Whole, or one value to a line; what only begins like JSON may be front matter. */
function isJson(text: string): boolean {
  const whole = text.replace(/^\ufeff/, '').trim()
  if (!/^[[{]/.test(whole)) return false
  const lines = whole.split(/[\r\n]+/)
  const isValue = (json: string): boolean => {
    try {
      return typeof JSON.parse(json) === 'object'
    } catch {
      return false
    }
  }
  return (
    isValue(whole) ||
    /^\[\s*\{\s*"/.test(whole) ||
    (lines.length > 1 && lines.slice(0, 20).every(isValue))
  )
}

const MAIL_HEADERS =
  /^(?:from|to|cc|subject|date|message-id|received|mime-version|content-type|return-path|delivered-to|reply-to):\s/i

const SQL =
  /^\s*(?:create (?:table|database|schema)\b.*|insert into \S+.*(?:values|\().*|drop table\b.*|alter table\b.*|lock tables\b.*|set (?:names|sql_mode|@|statement_timeout|foreign_key_checks)\b.*|copy \S+ .*from stdin;?|pragma \w+ ?=.*|\/\*!\d{5}.*)$/i

/** Ends as a statement does, is a bracket alone, assigns, calls or declares something, or is a comment of a program. */
const CODE = new RegExp(
  [
    '[;{}]\\s*$',
    '^\\s*[\\])}]+[;,]?$',
    '^\\s*(?:def|class|function|if|elif|for|while|try|except|return|public|private|const|let|var|using|import|from)\\b.*[:({=]\\s*$',
    '^\\s*[\\w.$\\[\\]]+\\s*[+-]?=\\s*[^=\\s]',
    '^\\s*(?:\\w+\\.)*\\w+\\([^()]*\\)[;,]?$',
    '^\\s*(?:\\/\\/|\\/\\*|\\*\\/)',
  ].join('|'),
)

/** What most of the first lines are. */
function formatOfLines(top: string): ForeignFormat | null {
  const lines = withoutCodeBlocks(top)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const first = lines.slice(0, 40)
  const share = (pattern: RegExp): number =>
    first.filter((line) => pattern.test(line)).length / first.length
  if (/^From \S+@\S+ /.test(first[0] ?? '') || headers(lines) > 1) return 'mail'
  if (
    first.filter((line) => SQL.test(line)).length > 1 &&
    share(/[;,(]\s*$|^\s*(?:--|\/\*|\()/) > 0.5
  )
    return 'sql'
  if (first.length > 4 && share(CODE) > 0.5) return 'code'
  return isTable(first) ? 'table' : null
}

/** How many headers of a mail stand at the top, of which one is the sender or a host on the way. */
function headers(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !/^[\w-]+:\s|^\s/.test(line))
  const found = lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => MAIL_HEADERS.test(line))
  return found.some((line) => /^(?:from|received|return-path|message-id):/i.test(line))
    ? found.length
    : 0
}

/** Lines with as many tabs, or as many commas or semicolons without a blank behind most of them. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 3) return false
  return ['\t', ',', ';'].some((sign) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '""').split(sign).length - 1)
    const same = counts.every((count) => count === counts[0])
    const least = sign === '\t' ? 1 : 2
    const blanks = lines.join('\n').split(`${sign} `).length - 1
    return same && (counts[0] ?? 0) >= least && blanks * 5 < (counts[0] ?? 0) * lines.length
  })
}

/** Statements of JavaScript at the margin, outside blocks of code. */
const PROGRAM =
  /^(?:import\s+(?:[\w*{][^'"\n]*\sfrom\s+)?(['"])[^'"\n]+\1;?|export\s+(?:(?:const|let|var)\s+[\w{[][^\n]*=.*|default\s+(?:function|class|\(|\{|async|[A-Z]\w*\b).*|(?:async\s+)?function\b.*|\{.*|\*\s+from.*))$/

/** The 1-based line of the first statement of a program, null without one. */
function programLine(text: string): number | null {
  const at = withoutCodeBlocks(text)
    .split(/\r\n|\r|\n/)
    .findIndex((line) => PROGRAM.test(line.trimEnd()))
  return at < 0 ? null : at + 1
}

/** With blank lines for each line between two fences. */
function withoutCodeBlocks(text: string): string {
  let fence: string | null = null
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3)
      const inside = fence !== null
      if (mark !== undefined) fence = fence === null ? mark : fence === mark ? null : fence
      return inside || mark !== undefined ? '' : line
    })
    .join('\n')
}
