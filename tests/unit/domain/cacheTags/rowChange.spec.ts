// What differs between a row before and after a change: what readers could notice, and nothing that is only stored otherwise.
import { describe, expect, it } from 'vitest'
import {
  changedRelations,
  differs,
  storedIds,
  isKept,
  isLive,
  only,
  values,
} from '@/domain/cacheTags/rowChange'

describe('a change', () => {
  it.each([
    ['a text', { title: 'A' }, { title: 'B' }, true],
    ['an empty text that was none', { title: null }, { title: '' }, true],
    ['nothing that became missing', { title: null }, {}, false],
    ['the order of the keys', { body: { a: 1, b: 2 } }, { body: { b: 2, a: 1 } }, false],
    ['the order of a list', { topics: [1, 2] }, { topics: [2, 1] }, true],
    ['the id of a row within', { sources: [{ id: 'x' }] }, { sources: [{ id: 'y' }] }, false],
    ['the id of what a row within names', { body: [{ id: 1 }] }, { body: [{ id: 2 }] }, true],
    ['a note for programs', { updatedAt: '2026' }, { updatedAt: '2027' }, false],
    ['coming', undefined, {}, true],
    ['going', {}, undefined, true],
    ['never having been', undefined, undefined, false],
  ])('of %s is seen or not', (_, before, after, expected) => {
    expect(differs({ before, after })).toBe(expected)
  })

  it('of other fields than those that are looked at is none', () => {
    const change = { before: { title: 'A', path: '/a' }, after: { title: 'B', path: '/a' } }
    expect([differs(change, ['path']), differs(change, ['path', 'title'])]).toEqual([false, true])
  })

  it('of a field has its values before and after, if they are texts', () => {
    expect(values({ before: { path: '/a' }, after: { path: '/b' } }, 'path')).toEqual(['/a', '/b'])
    expect(values({ before: undefined, after: { path: null } }, 'path')).toEqual([])
  })

  it('of a relation names what came and what went, also with the row', () => {
    const [before, after] = [{ topics: [1, 2] }, { topics: [2, 3] }]
    expect(changedRelations({ before, after }, 'topics')).toEqual([1, 3])
    expect(changedRelations({ before, after: undefined }, 'topics')).toEqual([1, 2])
  })

  it('is a coming or a going to whoever sees a row only at times', () => {
    const [before, after] = [{ _status: 'draft' }, { _status: 'published' }]
    expect(only({ before, after }, isLive)).toEqual({ before: undefined, after })
  })
})

describe('a row', () => {
  it('is live when it is published and not in the trash', () => {
    expect(isLive({ _status: 'published' })).toBe(true)
    expect(isLive({ _status: 'published', deletedAt: '2026-03-02' })).toBe(false)
    expect(isLive({ _status: 'draft' })).toBe(false)
  })

  it('is kept once it was published, until it is in the trash', () => {
    expect(isKept({ _status: 'draft', publishedAt: '2026-03-02' })).toBe(true)
    expect(isKept({ publishedAt: '2026-03-02', deletedAt: '2026-03-03' })).toBe(false)
    expect(isKept({ publishedAt: null })).toBe(false)
  })

  it('relates to one or to many', () => {
    expect([storedIds(5), storedIds([5, 6]), storedIds(null), storedIds(undefined)]).toEqual([
      [5],
      [5, 6],
      [],
      [],
    ])
  })
})
