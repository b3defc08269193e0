// Counting words.
import { describe, expect, it } from 'vitest'
import { articleWordCount, readingMinutes, wordCount } from '@/domain/articles/readingTime'
import { aFaqItem } from '../../../fixtures/makers'
import { bold, faqBlock, heading, paragraph, richText } from '../../../fixtures/richText'

describe('wordCount', () => {
  it.each([
    ['', 0],
    [' – … ', 0],
    ['One, two; three.', 3],
    ['don’t stop', 2],
    ['20 minutes', 2],
  ])('of %j is %i', (text, words) => expect(wordCount(text, 'en')).toBe(words))

  it('finds words where none are separated', () => {
    expect(wordCount('膝が痛いです', 'ja')).toBeGreaterThan(2)
  })
})

describe('articleWordCount', () => {
  it('counts the body and the questions shown in it, once', () => {
    const body = richText(
      heading('h2', 'Two words'),
      paragraph('and th', bold('ree')),
      faqBlock([1, 1]),
    )
    const faqItems = [
      aFaqItem({ id: 1, question: 'Is it?', answer: richText(paragraph('It is.')) }),
      aFaqItem({ id: 2 }),
    ]
    expect(articleWordCount({ body, faqItems }, 'en')).toBe(11)
  })
})

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [238, 1],
    [2380, 10],
  ])('of %i words are %i', (words, minutes) => expect(readingMinutes(words)).toBe(minutes))
})
