// How many words an article has, and how long they take to read.
import type { Article } from './article'
import { faqSections } from './faqSections'
import { plainText } from './plainText'

/** Silent reading of English non-fiction, words per minute (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_PER_MINUTE = 238

/** @param language BCP 47; decides where words end, also for scripts that write no spaces */
export function wordCount(text: string, language: string): number {
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
