// Decodes a file's bytes to its text, or gives the reason why it is no text.
import { foreignBytes } from '../foreign'
import { foreignText } from './foreignText'
import type { ImportIssue } from '../importedArticle'
import { isBlankRange } from '../lines/lines'

/** The largest source, in bytes: 5 MB. */
export const MAX_SOURCE_BYTES = 5_000_000

/** Control characters other than tab, line feed, vertical tab, form feed and carriage return; halves of a character. */
const CONTROL =
  /[\u0000-\u0008\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * UTF-8 only. A byte order mark stays in the text: the receipt accounts for it. Refused are sources that are blank, too
 * large, in UTF-16, not UTF-8, of a format that is no text or Markdown, or that hold characters no text has.
 */
export function decodeSource(bytes: Uint8Array): { text: string } | { issue: ImportIssue } {
  if (bytes.length === 0) return { issue: { code: 'empty', line: 1 } }
  if (bytes.length > MAX_SOURCE_BYTES) {
    return { issue: { code: 'tooLarge', line: 1, bytes: bytes.length, limit: MAX_SOURCE_BYTES } }
  }
  const mark = bytes.subarray(0, 2).join()
  if (mark === '255,254' || mark === '254,255' || isWide(bytes)) {
    return { issue: { code: 'utf16', line: 1 } }
  }
  const binary = foreignBytes(bytes)
  if (binary) return { issue: { code: 'foreign', line: 1, format: binary } }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { issue: { code: 'nul', line: lineAt(bytes, nul) } }
  const text = decode(bytes)
  if (text === null) return { issue: { code: 'notUtf8', line: lineAt(bytes, invalidAt(bytes)) } }
  const control = controlIn(text)
  if (control) {
    const line = text.slice(0, control.at).split(/\r\n|\r|\n/).length
    return { issue: { code: 'binary', line, character: control.name } }
  }
  if (isBlankRange(text, 0, text.length)) return { issue: { code: 'empty', line: 1 } }
  const foreign = foreignText(text)
  return foreign ? { issue: { code: 'foreign', ...foreign } } : { text }
}

/** UTF-16 without a byte order mark: every second byte of most texts is zero. */
function isWide(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000)
  const zeros = (odd: 0 | 1): number =>
    head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  const most = head.length / 2
  const [even, odd] = [zeros(0), zeros(1)]
  return most >= 2 && Math.max(even, odd) > most * 0.6 && Math.min(even, odd) < most * 0.1
}

/** The first character that no text has, as `U+0007`, and its offset. */
export function controlIn(text: string): { name: string; at: number } | null {
  const at = text.search(CONTROL)
  if (at < 0) return null
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return { name: `U+${code}`, at }
}

/** Null when the bytes are not UTF-8. With `stream`, an unfinished character at the end is no error. */
function decode(bytes: Uint8Array, stream = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
  } catch {
    return null
  }
}

/** The length of the longest beginning that is valid, found by halving. */
function invalidAt(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length + 1
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    if (decode(bytes.subarray(0, middle), true) === null) invalid = middle
    else valid = middle
  }
  return valid
}

/** The 1-based line of a byte. */
function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++
  }
  return line
}
