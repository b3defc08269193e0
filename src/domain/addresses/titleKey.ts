// Makes the keys by which two titles, two questions or two names count as the same.

/** Apostrophes and what is typed for them: "don’t", "don't" and "dont" are one word. */
const APOSTROPHES = /['’‘ʼ`´＇\p{Cf}]/gu

/**
 * What is left of a title when case, punctuation, quotes, dashes and spaces are set aside: lower-case words with
 * single spaces. Two titles with the same key name the same article. A title without letters, digits or symbols has
 * the key `''`, which is no key: it never names anything.
 */
export const titleKey = (title: string): string =>
  title
    .replace(APOSTROPHES, '')
    .normalize('NFKC')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()

/** The same for FAQ questions: two questions with the same key are one question. */
export const questionKey = (question: string): string => titleKey(question)

/**
 * The same for names of people, categories and topics: accents, case, spaces and hyphens are set aside and "&" is "and",
 * but signs that tell names apart are not ("C", "C++", "C#").
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}\p{S}#]+/gu, '')
