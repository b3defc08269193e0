// A source is recognised by what it says of itself and by its file; titles and likeness only propose.
import { describe, expect, it } from 'vitest'
import {
  findAlike,
  findSameSource,
  fingerprint,
  isAnotherText,
  mayBeSameSource,
  type SourceIdentity,
} from '@/domain/textImport/source/sameArticle'

const lines = (from: number, to: number): string[] =>
  fingerprint(Array.from({ length: to - from }, (_, at) => `Line ${from + at}.`).join('\n'))

describe('fingerprint', () => {
  it('has one short hash for each line that is not blank', () => {
    expect(fingerprint('a\n\n b  c \n')).toEqual(fingerprint('a\nb c'))
    expect(fingerprint('a\nb')).toHaveLength(2)
    expect(fingerprint('a')).not.toEqual(fingerprint('b'))
    expect(fingerprint('Same everywhere.')).toEqual(['86e21c102ac1'])
  })
})

describe('findSameSource', () => {
  const earlier: (SourceIdentity & { n: number })[] = [
    { n: 1, file: '/a/one.md', name: 'one.md', hash: 'h1' },
    { n: 2, file: '/a/two.md', name: 'two.md', hash: 'h2', sourceId: 'recipe-17' },
    { n: 3, file: '/a/three.md', name: 'three.md', hash: 'h3', address: '/knees' },
    { n: 4, file: '/a/four.md', name: 'four.md', hash: 'h4', sourceId: '12' },
    { n: 5, file: '/x/five.md', name: 'five.md', hash: 'h5', sourceId: '12', site: 'old.example' },
    { n: 6, hash: 'h6' },
    // As imports were stored before they had more than a file.
    { n: 7, file: '/old/seven.md', hash: 'h7' },
  ]
  const find = (source: Partial<SourceIdentity>, otherFiles?: string[]) => {
    const same = findSameSource({ hash: 'new', ...source }, earlier, new Set(otherFiles))
    return same && [same.earlier.n, same.by]
  }

  it.each<[string, Partial<SourceIdentity>, number, string]>([
    ['its id, in another file', { sourceId: 'recipe-17', file: '/b/2.md' }, 2, 'id'],
    ['its id before its address', { sourceId: 'recipe-17', address: '/knees' }, 2, 'id'],
    ['its id before its file', { sourceId: 'recipe-17', file: '/a/one.md' }, 2, 'id'],
    ['its address, in another file', { address: '/knees', file: '/b/3.md' }, 3, 'address'],
    ['its address before its file', { address: '/knees', file: '/a/one.md' }, 3, 'address'],
    ['its file, whatever it says', { file: '/a/one.md' }, 1, 'file'],
    [
      'its file, though it says its address only now',
      { file: '/a/one.md', address: '/x' },
      1,
      'file',
    ],
    ['its file, though it says its id only now', { file: '/a/one.md', sourceId: 'n' }, 1, 'file'],
    [
      'a file of which nothing else is known',
      { file: '/old/seven.md', name: 'seven.md' },
      7,
      'file',
    ],
    ['its whole text, under another name', { file: '/b/6.md', hash: 'h6' }, 6, 'text'],
    ['a number in the same folder', { sourceId: '12', file: '/a/4b.md', name: '4b.md' }, 4, 'id'],
    ['a number of the same site', { sourceId: '12', site: 'old.example' }, 5, 'id'],
    [
      'the name within the folder, where the site is the same',
      { site: 'old.example', file: '/y/five.md', name: 'five.md' },
      5,
      'file',
    ],
  ])('goes by %s', (_, source, n, by) => {
    expect(find(source)).toEqual([n, by])
  })

  it.each<[string, Partial<SourceIdentity>]>([
    ['a number that another site or folder gave out', { sourceId: '12', file: '/b/12.md' }],
    ['a word that every site gives out', { sourceId: 'intro', file: '/b/intro.md' }],
    ['a file of the same name in another folder', { file: '/b/one.md', name: 'one.md' }],
    ['a file that has another id now', { sourceId: 'recipe-18', file: '/a/two.md' }],
    ['a text that has another id', { sourceId: 'recipe-18', hash: 'h2' }],
    ['an address on another site', { address: '/knees', site: 'new.example', sourceId: 'z' }],
    ['nothing at all', {}],
  ])('does not take two for one by %s', (name, source) => {
    const known = name.includes('another site')
      ? findSameSource({ hash: 'new', ...source }, [
          { hash: 'h', address: '/knees', site: 'old.example' },
        ])
      : find(source)
    expect(known).toBeUndefined()
  })

  it('leaves what another file of the same run was imported as to that file', () => {
    expect(find({ address: '/knees', file: '/a/one.md' }, ['/a/three.md'])).toEqual([1, 'file'])
    expect(find({ hash: 'h1', file: '/a/copy.md' }, ['/a/one.md'])).toBeUndefined()
    expect(find({ sourceId: 'recipe-17', file: '/b/2.md' }, ['/a/two.md'])).toEqual([2, 'id'])
  })
})

describe('findAlike', () => {
  const earlier = [lines(0, 12), lines(20, 29), lines(20, 26)].map((fingerprint, n) => ({
    n,
    titleKey: `title ${n}`,
    fingerprint,
  }))
  const find = (fingerprint: string[]) => findAlike({ titleKey: 'x', fingerprint }, earlier)?.n

  it('takes two thirds of the lines, and the most alike of several', () => {
    expect(find(lines(4, 16))).toBe(0)
    expect(find(lines(5, 17))).toBeUndefined()
    expect(find(lines(20, 26))).toBe(2)
    expect(find(lines(20, 29))).toBe(1)
  })

  it('says nothing of texts with fewer than five lines in common', () => {
    const few = [4, 5].map((count) => ({
      titleKey: 'few',
      fingerprint: lines(50, 50 + count),
    }))
    const alike = few.map((one) => findAlike(one, [one]))
    expect(alike).toEqual([undefined, few[1]])
  })

  it('measures by the longer text and counts a repeated line once', () => {
    expect(find(lines(0, 2))).toBeUndefined()
    expect(find([...lines(0, 1), ...lines(0, 1), ...lines(0, 1)])).toBeUndefined()
    expect(find([])).toBeUndefined()
  })
})

it('knows two sources for two by their names and ids', () => {
  const source = { hash: 'a', file: '/a/one.md', name: 'one.md', sourceId: 'one-1' }
  const earlier = { hash: 'b', file: '/b/one.md', name: 'one.md' }
  expect(mayBeSameSource(source, earlier)).toBe(true)
  expect(mayBeSameSource(source, { hash: 'b', file: '/b/one.md' })).toBe(true)
  expect(mayBeSameSource(source, { ...earlier, name: 'two.md' })).toBe(false)
  expect(mayBeSameSource(source, { ...earlier, sourceId: 'two-2' })).toBe(false)
})

it('takes a text with another title and hardly a line in common for another text', () => {
  const looks = (titleKey: string, fingerprint: string[]) => ({ titleKey, fingerprint })
  const before = looks('sleep', lines(0, 12))
  expect(isAnotherText(looks('rest', lines(9, 21)), before)).toBe(true)
  expect(isAnotherText(looks('rest', lines(8, 20)), before)).toBe(false)
  expect(isAnotherText(looks('sleep', lines(40, 52)), before)).toBe(false)
})
