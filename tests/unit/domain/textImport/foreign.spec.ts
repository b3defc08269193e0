// What is no plain text and no Markdown, seen by its content.
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeSource } from '@/domain/textImport/source/decode'
import { describeForeign, type ForeignFormat } from '@/domain/textImport/foreign'

const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const TEXT = 'A sentence, which is a sentence.'
const zip = (name: string): Uint8Array =>
  Buffer.concat([latin1('PK\x03\x04\x14\0\0\0\x08\0'), latin1(name), deflateRawSync(TEXT)])

const FOREIGN: [
  what: string,
  format: ForeignFormat,
  content: string | Uint8Array,
  line?: number,
][] = [
  ['a PDF in ASCII', 'pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
  ['RTF', 'office', '{\\rtf1\\ansi A sentence.}'],
  ['Word', 'office', zip('word/document.xml')],
  ['OpenDocument', 'office', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
  ['an old Word', 'office', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['a zip', 'archive', zip('a.txt')],
  ['a gzip', 'archive', gzipSync(TEXT)],
  ['a PNG', 'picture', latin1('\x89PNG\r\n\x1a\n')],
  ['a GIF', 'picture', latin1('GIF89a\x01\x01')],
  ['a WebP', 'picture', latin1('RIFF\x10\0\0\0WEBPVP8 ')],
  ['PostScript', 'picture', '%!PS-Adobe-3.0\n'],
  ['a film', 'media', latin1('\0\0\0\x18ftypmp42')],
  ['SQLite', 'program', latin1('SQLite format 3\0')],
  [
    'a WordPress export',
    'wordpress',
    '<?xml version="1.0"?>\n<!-- generator="WordPress" -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel></channel></rss>',
  ],
  ['a feed', 'feed', '<?xml version="1.0"?><rss version="2.0"></rss>'],
  ['a sitemap', 'feed', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'],
  ['HTML', 'html', '<!-- a page -->\n<!DOCTYPE html>\n<title>A</title>'],
  ['HTML without doctype', 'html', '\ufeff\n<html lang="en"><body>A</body></html>'],
  [
    'XHTML',
    'html',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html xmlns="a"></html>',
  ],
  ['SVG', 'svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>'],
  ['SVG with a declaration', 'svg', '<?xml version="1.0"?>\n<svg width="1"></svg>'],
  ['XML', 'xml', '<?xml version="1.0"?>\n<note><to>A</to></note>'],
  ['DocBook', 'xml', '<article xmlns="http://docbook.org/ns/docbook" version="5.0">\n</article>'],
  ['JSON', 'json', '{ "title": "A", "body": "B" }\n'],
  ['a list in JSON', 'json', '[\n  { "title": "A" },\n  { "title": "B" }\n]'],
  ['JSON lines', 'json', '{"a": 1}\n{"a": 2}\n{"a": 3}\n'],
  ['JSON that is cut off', 'json', '[{ "title": "A", "body": "B'],
  [
    'a dump of MySQL',
    'sql',
    "-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `a`;\nCREATE TABLE `a` (\n  `b` int,\n);\nINSERT INTO `a` VALUES (1,'x');\n",
  ],
  [
    'a dump of Postgres',
    'sql',
    '--\n-- PostgreSQL database dump\n--\nSET statement_timeout = 0;\nCREATE TABLE public.a (\n    b integer,\n    c text\n);\nCOPY public.a (b, c) FROM stdin;\n',
  ],
  [
    'CSV',
    'table',
    'title,date,body\nA,2014-01-01,"Text, and text"\nB,2014-01-02,Text\nC,2014-01-03,Text',
  ],
  ['TSV', 'table', 'title\tdate\nA\t2014-01-01\nB\t2014-01-02\n'],
  ['MDX', 'mdx', `---\ntitle: T\n---\n\nimport { A } from '../a'\n\n${TEXT}`, 5],
  ['MDX with metadata', 'mdx', `# T\n\n${TEXT}\n\nexport const meta = { draft: true }`, 5],
  ['a script', 'code', '#!/bin/sh\necho a\n'],
  [
    'JavaScript',
    'code',
    "const a = require('a')\n\nfunction b(c) {\n  if (c) {\n    return a(c)\n  }\n}\n\nmodule.exports = b\n",
  ],
  ['Python', 'code', 'import os\n\ndef a(b):\n    c = b + 1\n    print(c)\n    return c\n\na(1)\n'],
  ['CSS', 'code', 'a {\n  color: red;\n}\nb {\n  color: blue;\n}\n'],
  ['PHP', 'template', '<?php\nget_header();\n'],
  ['a mail', 'mail', `From: a@example.org\nTo: b@example.org\nSubject: A\n\n${TEXT}`],
  ['a mailbox', 'mail', `From a@example.org Mon Nov 30 2026\nX: y\n\n${TEXT}`],
  ['a patch', 'patch', 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n+b\n'],
  ['a plain patch', 'patch', '--- a.txt\n+++ b.txt\n@@ -1 +1 @@\n-a\n+b\n'],
  ['LaTeX', 'latex', '% a comment\n\\documentclass{article}\n\\begin{document}'],
  ['Org', 'markup', '#+TITLE: A\n\n* Heading\n'],
  ['AsciiDoc', 'markup', '= A Title\n:toc:\n\nText.'],
  ['a manual page', 'markup', '.TH A 1\n.SH NAME\n'],
  ['subtitles', 'subtitles', '1\n00:00:01,000 --> 00:00:02,000\nText.\n'],
  ['a contact', 'contact', 'BEGIN:VCARD\nFN:A\nEND:VCARD'],
  ['a key', 'key', '-----BEGIN RSA PRIVATE KEY-----\nabc\n'],
  ['Git LFS', 'pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'],
]

describe('a source', () => {
  it.each(FOREIGN)('that is %s is refused with its name', (_, format, content, line = 1) => {
    expect(decodeSource(bytes(content))).toEqual({ issue: { code: 'foreign', line, format } })
  })

  it('in UTF-16 without a mark is refused as that', () => {
    const wide = Buffer.from(TEXT, 'utf16le')
    expect(decodeSource(wide)).toEqual({ issue: { code: 'utf16', line: 1 } })
    expect(decodeSource(wide.swap16())).toEqual({ issue: { code: 'utf16', line: 1 } })
  })
})

describe('describeForeign', () => {
  it('says what it is and what to do', () => {
    const formats = new Set(FOREIGN.map(([, format]) => format))
    for (const format of formats) {
      expect(describeForeign(format)).toMatch(
        /^this is .*, not plain text or Markdown\. [A-Z].*\.$/,
      )
    }
  })
})
