// From a text to the words of an address.
import { LIMITS } from './limits'
import { stableHash } from './stableHash'

/** Letters that Unicode does not decompose, as they are usually written in ASCII; and the sign for "and". */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
}

/**
 * Lower-case ASCII words joined by hyphens, at most `LIMITS.slug` characters, cut between words where possible. A text
 * that has no such word (another script, only punctuation) gets a short hash of itself, so that only the empty text
 * has the empty slug.
 */
export function slugify(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[ßæœøðđþłı&]/g, (sign) => SPELLED_OUT[sign] ?? sign)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words === '') return text === '' ? '' : stableHash(text, 8)
  return cutAtWord(words)
}

function cutAtWord(words: string): string {
  if (words.length <= LIMITS.slug) return words
  const whole = words.lastIndexOf('-', LIMITS.slug)
  return words.slice(0, whole > 0 ? whole : LIMITS.slug)
}
