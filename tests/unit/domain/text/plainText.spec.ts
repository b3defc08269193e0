// The words of a rich text.
import { describe, expect, it } from 'vitest'
import { inlineText, isEmptyRichText, isOpeningOf, plainText } from '@/domain/text/plainText'
import {
  bold,
  faqBlock,
  heading,
  lineBreak,
  link,
  footnote,
  list,
  notice,
  paragraph,
  quote,
  richText,
  table,
  text,
  upload,
} from '../../../fixtures/richText'

describe('plainText', () => {
  it('separates blocks by an empty line, and items and lines by a newline', () => {
    const body = richText(
      heading('h2', 'A ', bold('heading')),
      paragraph('One', lineBreak, 'two ', link('https://a.example', 'three'), '.'),
      paragraph(),
      list('bullet', ['first', 'second']),
      faqBlock([1]),
      quote('Said.'),
    )
    expect(plainText(body)).toBe(
      'A heading\n\nOne\ntwo three.\n\nfirst\nsecond\n\nPeople Also Ask\n\nSaid.',
    )
  })

  it('has the words of tables and boxes where they stand, and those of footnotes at the end', () => {
    const body = richText(
      table('Doses', ['Age', 'Grams'], ['Adults', '2']),
      notice('Call.', { heading: 'Now' }),
      paragraph('Said', footnote('By whom.'), ' so.'),
    )
    expect(plainText(body)).toBe(
      'Doses\nAge\tGrams\nAdults\t2\n\nNow\n\nCall.\n\nSaid so.\n\nBy whom.',
    )
  })

  it('gives inline text on one line', () => {
    expect(inlineText([text(' a '), lineBreak, text('b')])).toBe('a b')
  })
})

describe('isEmptyRichText', () => {
  it('is true without a visible character', () => {
    expect(isEmptyRichText(richText())).toBe(true)
    expect(isEmptyRichText(richText(paragraph(), paragraph(' \u00a0', lineBreak)))).toBe(true)
  })

  it('is false with a word, an image or a block', () => {
    expect(isEmptyRichText(richText(paragraph('a')))).toBe(false)
    expect(isEmptyRichText(richText(upload(1)))).toBe(false)
    expect(isEmptyRichText(richText(faqBlock([1])))).toBe(false)
  })
})

describe('isOpeningOf', () => {
  const body = richText(paragraph('Knees are patient.  They wait.'), paragraph('Then they hurt.'))

  it.each([
    '',
    'Knees are patient.',
    'Knees are patient. They wait.',
    'Knees are…',
    'Knees are ...',
  ])('is true of %j', (words) => expect(isOpeningOf(words, body)).toBe(true))

  it('is false of other words', () => {
    expect(isOpeningOf('Patient knees.', body)).toBe(false)
    expect(isOpeningOf('They wait.', body)).toBe(false)
  })
})
