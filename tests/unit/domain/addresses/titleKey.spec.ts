// Titles that are the same title.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionKey, titleKey } from '@/domain/addresses/titleKey'

describe('titleKey', () => {
  it('sets case, punctuation, quotes, dashes and spaces aside', () => {
    const same = [
      'Don’t Skip the Warm-Up: 5 Tips',
      "  don't skip the warm–up — 5 tips! ",
      'DONT SKIP\u00a0THE “WARM UP” 5\u200b TIPS',
      'Ｄon‘t skip the (warm-up)…  5 tips?',
    ]
    for (const title of same) expect(titleKey(title)).toBe('dont skip the warm up 5 tips')
  })

  it('keeps letters, digits, accents and symbols apart', () => {
    expect(titleKey('Résumé')).not.toBe(titleKey('Resume'))
    expect(titleKey('5 Tips')).not.toBe(titleKey('7 Tips'))
    expect(titleKey('C++')).not.toBe(titleKey('C'))
  })

  it('is composed in one way', () => {
    expect(titleKey('Cafe\u0301')).toBe(titleKey('Café'))
  })

  it('is empty without words', () => {
    expect(titleKey(' “…” – ')).toBe('')
  })

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same for questions', () => {
    expect(questionKey('Why, then?')).toBe(questionKey('why then'))
  })
})
