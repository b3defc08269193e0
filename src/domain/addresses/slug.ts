// Turns a text in any script into the words of an address.
import anyAscii from 'any-ascii'
import { LIMITS } from '../access/limits'
import { stableHash } from '../values/stableHash'

/** Words of scripts that put no space between them, and what may stand inside such a word. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}][\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]*/gu

/** Signs of trade are no letters of a name, though Unicode takes them apart into letters. */
const DROPPED = /[\p{Cf}'’‘ʼ`´™℠]/gu

let segmenter: Intl.Segmenter | undefined

function partWords(run: string): string {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const words = [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike)
  return ` ${words.map(({ segment }) => segment).join(' ')} `
}

/** Soft signs and the like become signs of ASCII, which are not to part a word. */
const spelled = (letters: string): string => anyAscii(letters).replace(/[^a-z0-9]/gi, '')

/**
 * Lower-case ASCII words joined by hyphens, at most `LIMITS.slug` characters, cut between words where possible. Other
 * scripts are transliterated. A text without a letter or digit gets a short hash of itself, so that only the empty
 * text has the empty slug.
 */
export function slugify(text: string): string {
  const words = text
    .replace(DROPPED, '')
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(/&/g, ' and ')
    .replace(WITHOUT_SPACES, partWords)
    .toLowerCase()
    .replace(/[\p{L}\p{N}\p{M}]+/gu, spelled)
    .toLowerCase()
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
