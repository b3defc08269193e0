// Counts the words of an article and the minutes that they take to read.
import type { Article } from './article'
import { faqSections } from './faq/faqSections'
import { plainText } from '../text/plainText'

/** Silent reading of English non-fiction, words per minute (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_PER_MINUTE = 238

/** Thai, Lao, Burmese, Khmer, Chinese and Japanese: scripts that write no spaces between words. */
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,'’][\p{L}\p{N}\p{M}]+)*/gu

/** @param language BCP 47; decides where words end in scripts that write no spaces */
export function wordCount(text: string, language: string): number {
  // Segmenting costs two hundred times as much as this.
  if (!WITHOUT_SPACES.test(text)) return text.match(WORD)?.length ?? 0
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return [...segmenter.segment(text)].filter((segment) => segment.isWordLike).length
}

/** The words of the body and of the questions and answers shown in it. */
export function articleWordCount(
  article: Pick<Article, 'body' | 'faqItems'>,
  language: string,
): number {
  const faq = faqSections(article)
    .flatMap((section) => section.items)
    .flatMap((item) => [item.question, plainText(item.answer)])
  return wordCount([plainText(article.body), ...faq].join('\n\n'), language)
}

/** Whole minutes, at least one. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / WORDS_PER_MINUTE))
