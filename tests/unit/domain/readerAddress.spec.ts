// Which page a request line asks for.
import { describe, expect, it } from 'vitest'
import { MOST_TARGET_CHARACTERS, readerAddress } from '@/domain/readerAddress'

const page = (address: string) => ({ kind: 'page', address })
const variant = (location: string) => ({ kind: 'variant', location })
const pass = (path: string) => ({ kind: 'pass', path })

describe('the address of a page', () => {
  it.each([
    ['/', page('/')],
    ['/an-article', page('/an-article')],
    ['/category/sleep', page('/category/sleep')],
    ['/category/sleep?page=2', page('/category/sleep?page=2')],
    ['/an-article#part', page('/an-article')],
    ['http://example.org/an-article', page('/an-article')],
    ['https://example.org', page('/')],
    ['/an-article?', page('/an-article')],
    ['?page=2', page('/?page=2')],
    ['/feed.xml', page('/feed.xml')],
    ['/assets/site-0a.css', { kind: 'file', address: '/assets/site-0a.css' }],
  ])('of %s', (target, expected) => expect(readerAddress(target)).toEqual(expected))

  it('does not depend on what mailers and advertisers append', () => {
    const target = '/an-article?utm_source=x&gclid=1&fbclid=2&page=3&mc_cid=4'
    expect(readerAddress(target)).toEqual(page('/an-article?page=3'))
  })

  it.each([
    ['/An-Article', variant('/an-article')],
    ['/an-article/', variant('/an-article')],
    ['//evil.example/x', variant('/evil.example/x')],
    ['/category/sleep/?page=2&q=x', variant('/category/sleep?page=2&q=x')],
    ['/an-article/index.html', variant('/an-article')],
    ['/ADMIN', variant('/admin')],
  ])('that %s is a variant of', (target, expected) =>
    expect(readerAddress(target)).toEqual(expected),
  )

  it.each([
    ['/admin', pass('/admin')],
    ['/api/articles?depth=0', pass('/api/articles')],
    ['/_next/static/A.js', pass('/_next/static/A.js')],
    ['/media/Photo.JPG', pass('/media/Photo.JPG')],
    ['/preview/1?expires=1', pass('/preview/1')],
    ['/search?q=sleep', pass('/search')],
    ['/an-article?q=sleep', pass('/an-article')],
    ['/category/sleep?page=0', pass('/category/sleep')],
    ['/category/sleep?page=2&page=3', pass('/category/sleep')],
  ])('is not asked for by %s, which the site judges itself', (target, expected) =>
    expect(readerAddress(target)).toEqual(expected),
  )

  it.each(['/%', '/%zz', '/%e0%a4%a', '/a%00b', '/a%0d%0ab', 'an-article', '*', '/api/%'])(
    'is not in %j',
    (target) => expect(readerAddress(target)).toEqual({ kind: 'malformed' }),
  )

  it('is not longer than every server must take', () => {
    const path = `/${'a'.repeat(MOST_TARGET_CHARACTERS)}`
    expect(readerAddress(path)).toEqual({ kind: 'tooLong' })
    expect(readerAddress(path.slice(1)).kind).toBe('malformed')
    expect(readerAddress(path.slice(0, -1)).kind).toBe('page')
  })
})
