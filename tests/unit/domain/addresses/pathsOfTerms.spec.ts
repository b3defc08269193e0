// The last part of an address of a category, a topic or an author, as it is typed.
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import { isTermPath, normalizeSlug, slugIssues } from '@/domain/addresses/paths'

describe('the last part of an address', () => {
  it.each([
    ['sleep', 'sleep'],
    [' /Sleep/ ', 'sleep'],
    ['Сон', '%d1%81%d0%be%d0%bd'],
    ['%D1%81%d0%be%d0%bd', '%d1%81%d0%be%d0%bd'],
    ['u\u0308ber', '%c3%bcber'],
  ])('has one form: %j is %j', (typed, slug) => {
    expect([normalizeSlug(typed), normalizeSlug(slug), slugIssues(slug)]).toEqual([slug, slug, []])
  })

  it.each([
    ['p\u0430ypal', 'pathSegmentMixed'],
    ['two words', 'pathSegmentInvalid'],
    ['a/b', 'pathSegmentInvalid'],
    ['a\u200bb', 'pathSegmentInvalid'],
    ['с'.repeat(121), 'pathTooLong'],
  ])('is refused as a part of a path is: %j', (typed, code) =>
    expect(slugIssues(normalizeSlug(typed)).map((issue) => issue.code)).toEqual([code]),
  )

  it('stands below the word for its kind, and nothing below it', () => {
    const paths = ['/category/a', '/topic/%d1%81', '/author/a', '/category', '/category/a/b', '/a']
    expect(paths.map(isTermPath)).toEqual([true, true, true, false, false, false])
  })

  it('counts its letters, and fits into its field', () => {
    const slug = normalizeSlug('睡'.repeat(LIMITS.slug))
    expect([slugIssues(slug), slug.length]).toEqual([[], LIMITS.encodedSlug])
  })
})
