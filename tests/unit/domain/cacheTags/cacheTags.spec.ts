// The names of facts: fit for a header and a row, and gathered where there are too many.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  tagFor,
  wildcard,
  inHeader,
  isGlobal,
  isStored,
  KIND,
  type Stored,
} from '@/domain/cacheTags/cacheTags'

const NAME = /^[a-z0-9:/._-]{1,250}$/

describe('a name', () => {
  it('of every kind has only characters that headers and lists of them bear', () => {
    const { path, listOf, names, any, ...numbered } = tagFor
    const made = [
      ...Object.values(numbered).map((make) => make(7)),
      path('/about'),
      listOf('category', 8),
      names('faq-items'),
      any('read-also-links'),
    ]
    for (const name of made) expect(name).toMatch(NAME)
    expect(new Set(made).size).toBe(made.length)
  })

  it('of an address bears whatever a request asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (path) => {
        expect(tagFor.path(`/${path}`)).toMatch(NAME)
      }),
    )
  })

  it('of an address that we could give is its own', () => {
    expect(tagFor.path('/category/sleep-2')).toBe('path:/category/sleep-2')
  })

  it('is known for what pages are built from, and for nothing else', () => {
    expect(isStored('faq-items')).toBe(true)
    expect(isStored('users')).toBe(false)
    expect(isStored('constructor')).toBe(false)
    const globals = (Object.keys(KIND) as Stored[]).filter(isGlobal)
    expect(globals).toEqual(['site-settings', 'navigation'])
  })
})

describe('gathering', () => {
  it.each([
    ['article:12', 'article:any'],
    ['article:12:card', 'article:any:card'],
    ['list:category:6', 'list:category:any'],
    ['list:all', 'list:all'],
    ['settings', 'settings'],
    ['path:/a/12:card', 'path:/a/12:card'],
    ['path:/12', 'path:/12'],
    ['article:any:card', 'article:any:card'],
  ])('makes of %s %s', (name, expected) => {
    expect(wildcard(name)).toBe(expected)
  })

  it('makes of what stands for one row what stands for its collection', () => {
    expect(wildcard(tagFor.article(1))).toBe(tagFor.any('articles'))
    expect(wildcard(tagFor.home(1))).toBe(tagFor.any('faq-homes'))
  })
})

describe('the facts of a page in a header', () => {
  it('stand there once each, in one order', () => {
    expect(inHeader(['b:2', 'a:1', 'b:2'])).toEqual(['a:1', 'b:2'])
  })

  it('are gathered where they take the most room, and only as far as needed', () => {
    const cards = Array.from({ length: 100 }, (_, id) => tagFor.card(id))
    const names = [...cards, tagFor.path('/'), tagFor.listOf('topic', 3)]
    expect(inHeader(names, 10_000)).toHaveLength(102)
    expect(inHeader(names, 200)).toEqual(['article:any:card', 'list:topic:3', 'path:/'])
  })

  it('fit, however many they were, and each is there or gathered', () => {
    const name = fc.oneof(
      fc.nat(99_999).map(tagFor.card),
      fc.nat(99_999).map(tagFor.article),
      fc.nat(99_999).map(tagFor.faqItem),
      fc.nat(99).map((id) => tagFor.listOf('author', id)),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 2000, size: 'max' }), (names) => {
        const kept = inHeader(names)
        expect(kept.join(',').length).toBeLessThanOrEqual(6000)
        const missing = names.filter((one) => !kept.includes(one) && !kept.includes(wildcard(one)))
        expect(missing).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
