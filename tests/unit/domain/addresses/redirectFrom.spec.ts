// Addresses with queries, and all below an address, as beginnings of redirects.
import { describe, expect, it } from 'vitest'
import {
  covers,
  filledTarget,
  isTargetOf,
  oldAddress,
  redirectFrom,
  redirectFromIssues,
  redirectsFor,
  withoutOldKeys,
  withQuery,
} from '@/domain/addresses/redirectFrom'

describe('what a redirect leads on from', () => {
  it.each([
    ['/Old-Name/', '/old-name'],
    ['/?p=123', '/?p=123'],
    ['/?utm_source=x&P=123', '/?p=123'],
    ['/index.php?cat=4&p=1', '/?p=1&cat=4'],
    ['/Blog/?ID=7', '/blog?id=7'],
    ['/blog/*', '/blog/*'],
    ['/Blog//2019/*', '/blog/2019/*'],
    ['/*', '/*'],
    ['/a?colour=red', '/a?colour=red'],
  ])('%s is kept as %s', (written, from) => expect(redirectFrom(written)).toBe(from))

  it.each([
    ['/old-name', []],
    ['/?p=123', []],
    ['/*', []],
    ['/blog/*', []],
    ['/', ['pathMissing']],
    ['/a?colour=red', ['queryUnknown']],
    [`/?p=${'9'.repeat(200)}`, ['queryUnknown']],
    ['/category/*', ['pathReserved']],
    ['/admin?id=1', ['pathReserved']],
    ['/a/*/b', ['starMisplaced']],
    ['/*/*', ['starMisplaced']],
    ['/1/2/3/4/5/*', []],
    ['/1/2/3/4/5/6/*', ['patternTooDeep']],
  ])('%s can be one unless it is said why not', (from, codes) =>
    expect(redirectFromIssues(from).map(({ code }) => code)).toEqual(codes),
  )

  it('is looked for from the most particular to the widest', () => {
    expect(redirectsFor('/blog/2019/x')).toEqual([
      '/blog/2019/x',
      '/blog/2019/x/*',
      '/blog/2019/*',
      '/blog/*',
      '/*',
    ])
    expect(redirectsFor('/1/2/3/4/5/6/7')).toEqual([
      '/1/2/3/4/5/6/7',
      '/1/2/3/4/5/*',
      '/1/2/3/4/*',
      '/1/2/3/*',
      '/1/2/*',
      '/1/*',
      '/*',
    ])
    expect(redirectsFor('/?p=1&cat=4')).toEqual(['/?p=1&cat=4', '/?p=1', '/?cat=4'])
    expect(redirectsFor('/?p=1')).toEqual(['/?p=1'])
  })

  it('takes the address itself and all below it, and nothing beside it', () => {
    const from = '/blog/*'
    expect(
      ['/blog', '/blog/x', '/blog/x/y', '/blogger', '/'].map((path) => covers(from, path)),
    ).toEqual([true, true, true, false, false])
    expect(covers('/*', '/anything')).toBe(true)
  })
})

describe('where it leads', () => {
  it.each([
    ['/blog/*', '/*', '/blog/2019/x', '/2019/x'],
    ['/blog/*', '/*', '/blog', '/'],
    ['/blog/*', '/news/*', '/blog/x', '/news/x'],
    ['/blog/*', '/news/*', '/blog', '/news'],
    ['/blog/*', 'https://example.com/b/*', '/blog/x', 'https://example.com/b/x'],
    ['/blog/*', '/', '/blog/x', '/'],
    ['/*', '/archive/*', '/x', '/archive/x'],
  ])('from %s to %s, of %s', (from, to, path, end) =>
    expect(filledTarget(from, to, path)).toBe(end),
  )

  it('has a star only at its end, and only where there is one to stand for', () => {
    expect(isTargetOf('/blog/*', '/x/*')).toBe(true)
    expect(isTargetOf('/blog', '/x/*')).toBe(false)
    expect(isTargetOf('/blog/*', '/*/x')).toBe(false)
    expect(isTargetOf('/blog/*', '/*/*')).toBe(false)
  })

  it.each([
    ['/new', '?utm_source=a&x=%20', '/new?utm_source=a&x=%20'],
    ['/search?q=sleep', '?q=run&utm=1', '/search?q=sleep&utm=1'],
    ['/new#faq-x', '?utm=1', '/new?utm=1#faq-x'],
    ['https://example.com/', '?a=1&&a=2', 'https://example.com/?a=1&a=2'],
    ['/new', '', '/new'],
    ['/new', '?', '/new'],
  ])('%s with %s', (target, query, end) => expect(withQuery(target, query)).toBe(end))
})

it('a query of another system is told from what is appended to any address', () => {
  expect(oldAddress('/', '?utm_source=x&fbclid=1')).toBeUndefined()
  expect(oldAddress('/', '?P=3&utm_source=x')).toBe('/?p=3')
  expect(oldAddress('/', '?p=')).toBeUndefined()
  expect(withoutOldKeys('?P=3&utm_source=x&a=b')).toBe('?utm_source=x&a=b')
  expect(withoutOldKeys('?p=3')).toBe('')
})
