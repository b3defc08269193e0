// Addresses made of words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import { slugify } from '@/domain/addresses/slug'

describe('slugify', () => {
  it.each([
    ['Stiff Hands After Gardening', 'stiff-hands-after-gardening'],
    ['  “Don’t” Stop — Me now! ', 'dont-stop-me-now'],
    ['5 Tips & Tricks', '5-tips-and-tricks'],
    ['Crème brûlée', 'creme-brulee'],
    ['Ærøskøbing, Łódź, Straße', 'aeroskobing-lodz-strasse'],
    ['İstanbul', 'istanbul'],
    ['½ ﬁsh', '1-2-fish'],
    ['--a__b--', 'a-b'],
    ['Foo™ ‘bar’ Don´t', 'foo-bar-dont'],
    ['Müller, größer, ŋəħ', 'muller-grosser-ngeh'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ №5 𝐀𝐁', 'full-width-no5-ab'],
    ['Как спать 8 часов? Объект, щука', 'kak-spat-8-chasov-obekt-shchuka'],
    ['Ελλάδα', 'ellada'],
    ['睡眠很重要', 'shuimian-hen-zhongyao'],
    ['２０２４年', '2024-nian'],
    ['カタカナ', 'katakana'],
    ['서울 특별시', 'seoul-teugbyeolsi'],
    ['السلام عليكم', 'lslm-lykm'],
    ['שלום', 'slvm'],
    ['नमस्ते दुनिया', 'nmste-duniya'],
    ['กรุงเทพ', 'krungethph'],
    ['ışık', 'isik'],
    ['ქართული Հայերեն', 'kartuli-hayeren'],
    ['睡眠 and sleep', 'shuimian-and-sleep'],
    ['', ''],
  ])('%j', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it('cuts a long text between words', () => {
    const slug = slugify('word '.repeat(50))
    expect(slug).toMatch(/^(word-)*word$/)
    expect(slug.length).toBeLessThanOrEqual(LIMITS.slug)
    expect(slugify('x'.repeat(200))).toBe('x'.repeat(LIMITS.slug))
    expect(slugify(`${'x'.repeat(LIMITS.slug)} y`)).toBe('x'.repeat(LIMITS.slug))
  })

  it('gives texts without letters different slugs', () => {
    expect(slugify('!')).toMatch(/^[0-9a-f]{8}$/)
    expect(slugify('!')).not.toBe(slugify('?'))
  })

  it('is short, ASCII and stable for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const slug = slugify(text)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(LIMITS.slug)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})
