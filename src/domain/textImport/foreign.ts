// Lists the formats of files that are no plain text and no Markdown, and recognises those that the first bytes give away.

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
