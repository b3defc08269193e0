// Which differences between two versions a reader sees.
import { describe, expect, it } from 'vitest'
import { visibleChange } from '@/domain/articles/visibleChange'

const body = (text: string) => ({ root: { children: [{ type: 'text', text }] } })
const before = {
  id: 1,
  title: 'T',
  body: body('a'),
  authors: [1],
  sources: [{ id: 'x', title: 'S' }],
}

describe('a visible change', () => {
  it.each<[string, object]>([
    ['a title', { title: 'U' }],
    ['a word of the body', { body: body('b') }],
    ['an author', { authors: [1, 2] }],
    ['the order of authors', { authors: [2, 1] }],
    ['a source', { sources: [{ id: 'x', title: 'Other' }] }],
    ['a correction', { corrections: [{ date: '2026-01-01', text: 'It is ten, not nine.' }] }],
    ['a review', { lastReviewed: '2026-01-01T00:00:00.000Z' }],
  ])('is %s', (_what, change) => {
    const from = 'authors' in change ? { ...before, authors: [1, 2, 3] } : before
    expect(visibleChange(from, { ...before, ...change })).toBe(true)
  })

  it.each<[string, object]>([
    ['nothing', {}],
    ['the title for search engines', { seoTitle: 'U' }],
    ['the path', { path: '/u' }],
    ['a row id inside a list', { sources: [{ id: 'y', title: 'S' }] }],
    ['a populated row for its id', { authors: [{ id: 1, createdAt: 'now', name: 'A' }] }],
    ['null for missing', { heroImage: null, category: undefined, topics: '' }],
    ['an empty list for missing', { topics: [] }],
    ['the order of keys', { sources: [{ title: 'S', id: 'x' }] }],
  ])('is not %s', (_what, change) => {
    expect(visibleChange(before, { ...before, ...change })).toBe(false)
  })

  it('looks only at the fields that it is given', () => {
    expect(visibleChange({ question: 'a' }, { question: 'b' }, ['question'])).toBe(true)
    expect(visibleChange({ question: 'a' }, { question: 'b' }, ['answer'])).toBe(false)
  })
})
