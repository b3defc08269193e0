// Checks the letters in one part of an address: of any script, but of one, so that no two addresses look the same.

/** Scripts that are written together: each may stand beside Latin in the same text. */
const EAST_ASIAN = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{sc=Latin}`

const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
  'Ethiopic',
  'Mongolian',
]

const OF_ONE_SCRIPT = [...SCRIPTS.map((script) => String.raw`\p{scx=${script}}`), EAST_ASIAN].map(
  (letters) => new RegExp(`^[${letters}0-9-]*$`, 'u'),
)

/** Letters, marks on them, digits and hyphens; nothing that is not seen, and nothing that is another letter's form. */
export const areLetters = (text: string): boolean =>
  /^(?!\p{M})(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}-]*$/u.test(text) &&
  text.normalize('NFKC') === text

/** Unicode Technical Standard 39, 5.2, "highly restrictive": an "а" of Cyrillic among Latin letters is not seen to be one. */
export const areOfOneScript = (text: string): boolean =>
  OF_ONE_SCRIPT.some((script) => script.test(text))
