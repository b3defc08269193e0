// Headings: their anchors and levels.
import { describe, expect, it } from 'vitest'
import { headingAnchors } from '@/domain/articles/headings'
import { bold, faqBlock, heading, paragraph, richText } from '../../../fixtures/richText'

const anchors = (...args: Parameters<typeof headingAnchors>) =>
  headingAnchors(...args).map(({ anchor, level }) => `${level} ${anchor}`)

describe('headingAnchors', () => {
  it('names headings and FAQ sections after their words, in reading order', () => {
    const body = richText(
      heading('h2', 'Warm ', bold('up!')),
      paragraph('x'),
      heading('h3', 'Five minutes'),
      faqBlock([1]),
      heading('h2', 'Final words'),
    )
    expect(headingAnchors(body).map(({ text }) => text)).toEqual([
      'Warm up!',
      'Five minutes',
      'People Also Ask',
      'Final words',
    ])
    expect(anchors(body)).toEqual([
      '2 warm-up',
      '3 five-minutes',
      '2 people-also-ask',
      '2 final-words',
    ])
  })

  it('never gives an id twice, nor one that is taken', () => {
    const body = richText(
      heading('h2', 'Rest'),
      heading('h2', 'Rest 2'),
      heading('h2', 'Rest'),
      heading('h2', 'Sources'),
    )
    expect(anchors(body, ['sources'])).toEqual(['2 rest', '2 rest-2', '2 rest-3', '2 sources-2'])
  })

  it('keeps away from the ids of FAQ items', () => {
    expect(anchors(richText(heading('h2', 'FAQ: helmet')))).toEqual(['2 section-faq-helmet'])
  })

  it('has an id for every script, and none for a heading without words', () => {
    const [first, ...rest] = headingAnchors(
      richText(heading('h2', '膝の痛み'), heading('h2', '  ')),
    )
    expect(first?.anchor).toMatch(/^[a-z0-9-]+$/)
    expect(rest).toEqual([])
  })

  it('raises sub-headings that no section precedes, so that no level is skipped', () => {
    const [a, b, c] = [heading('h3', 'a'), heading('h3', 'b'), heading('h2', 'c')]
    expect(anchors(richText(a, b, c, a))).toEqual(['2 a', '2 b', '2 c', '3 a-2'])
    expect(anchors(richText(a, b))).toEqual(['2 a', '2 b'])
  })

  it('counts only what is shown', () => {
    const faq = faqBlock([1])
    const body = richText(faq, heading('h3', 'a'))
    expect(anchors(body, [], (node) => node !== faq)).toEqual(['2 a'])
  })

  it('gives an FAQ section without words the usual ones', () => {
    expect(headingAnchors(richText(faqBlock([1], ' ')))[0]?.text).toBe('People Also Ask')
  })
})
