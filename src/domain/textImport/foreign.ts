// What a file is that is no plain text and no Markdown, seen by its content, whatever it is called.

/** What a source turned out to be: its name, and what to do instead. */
const FOREIGN_FORMATS = {
  pdf: ['a PDF', 'Copy its text into a plain text file.'],
  office: [
    'a document of a word processor (docx, odt, doc, rtf, pages)',
    'Save it as plain text in UTF-8.',
  ],
  archive: ['an archive (zip, gz, epub, 7z …)', 'Unpack it, and import the texts in it.'],
  picture: ['a picture', 'Add it to an article in the panel.'],
  media: ['a sound or film', 'Import a text instead.'],
  program: ['a program, a font or a database', 'Import a text instead.'],
  wordpress: [
    'a WordPress export',
    'It holds many articles: convert it to Markdown, one file for each.',
  ],
  feed: [
    'a feed, a sitemap or an outline',
    'Import the articles that it lists, one file for each.',
  ],
  html: ['an HTML page', 'Convert it to Markdown, or copy its text into a plain text file.'],
  svg: ['an SVG picture', 'Add it to an article in the panel as PNG.'],
  xml: ['XML', 'Convert it to Markdown, or copy its text into a plain text file.'],
  json: ['JSON', 'Convert it to Markdown, one file for each article.'],
  sql: ['a dump of a database (SQL)', 'Export the articles as Markdown or plain text.'],
  table: ['a table (CSV or TSV)', 'Write each article as a text of its own.'],
  mdx: ['MDX, Markdown with a program in it', 'Take the “import” and “export” lines out.'],
  code: ['source code', 'Import a text instead.'],
  template: ['a template (PHP, ASP, ERB …)', 'Import what it makes, as Markdown or plain text.'],
  mail: ['an e-mail', 'Copy its text into a plain text file.'],
  patch: ['a patch', 'Apply it, and import the text.'],
  latex: ['LaTeX', 'Convert it to Markdown.'],
  markup: ['AsciiDoc, Org or a manual page', 'Convert it to Markdown.'],
  subtitles: ['subtitles', 'Write the text without its times.'],
  contact: ['a contact, an appointment or a shortcut', 'Import a text instead.'],
  key: ['a key or certificate', 'Keep it to yourself, and import a text instead.'],
  pointer: ['a pointer to a file in Git LFS', 'Fetch the file itself with “git lfs pull”.'],
} as const satisfies Record<string, readonly [what: string, advice: string]>

export type ForeignFormat = keyof typeof FOREIGN_FORMATS

/** What it is and what to do, as two sentences. */
export function describeForeign(format: ForeignFormat): string {
  const [what, advice] = FOREIGN_FORMATS[format]
  return `this is ${what}, not plain text or Markdown. ${advice}`
}

/** First bytes as Latin-1, and where they stand. */
const SIGNATURES: readonly [format: ForeignFormat, signature: string, at?: number][] = [
  ['pdf', '%PDF-'],
  ['office', '\xd0\xcf\x11\xe0'],
  ['office', '{\\rtf'],
  ['archive', 'PK\x03\x04'],
  ['archive', 'PK\x05\x06'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf'],
  ['archive', 'Rar!'],
  ['archive', 'BZh9'],
  ['archive', '\xfd7zXZ'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['archive', 'ustar', 257],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF87a'],
  ['picture', 'GIF89a'],
  ['picture', 'WEBP', 8],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['picture', '8BPS'],
  ['picture', '\0\0\x01\0'],
  ['picture', 'ftypavif', 4],
  ['picture', 'ftypheic', 4],
  ['picture', '%!PS'],
  ['media', 'ftyp', 4],
  ['media', 'ID3'],
  ['media', 'OggS'],
  ['media', 'fLaC'],
  ['media', 'RIFF'],
  ['media', '\x1aE\xdf\xa3'],
  ['program', '\x7fELF'],
  ['program', 'MZ\x90'],
  ['program', '\xca\xfe\xba\xbe'],
  ['program', 'SQLite format 3\0'],
  ['program', 'wOFF'],
  ['program', 'wOF2'],
  ['program', 'bplist00'],
  ['program', '\0asm'],
]

/** Files in a zip that say that it is a document. */
const IN_DOCUMENTS = /word\/|xl\/|ppt\/|vnd\.oasis\.opendocument|Index\/Document\.iwa/

const latin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** What the first bytes say. */
export function foreignBytes(bytes: Uint8Array): ForeignFormat | null {
  const head = latin1(bytes.subarray(0, 4096))
  const format = SIGNATURES.find(([, signature, at = 0]) => head.startsWith(signature, at))?.[0]
  return format === 'archive' && IN_DOCUMENTS.test(head) ? 'office' : (format ?? null)
}

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
