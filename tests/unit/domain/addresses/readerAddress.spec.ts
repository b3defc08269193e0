// Which page a request line asks for.
import { describe, expect, it } from 'vitest'
import { MAX_TARGET_CHARACTERS, readerAddress } from '@/domain/addresses/readerAddress'

const page = (address: string) => ({ kind: 'page', address })
const variant = (location: string) => ({ kind: 'variant', location })
const pass = (target: string) => ({ kind: 'pass', path: target.replace(/\?.*/, ''), target })

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
    ['/favicon.ico', { kind: 'file', address: '/favicon.ico' }],
    ['/assets/site-0a.css', { kind: 'file', address: '/assets/site-0a.css' }],
  ])('of %s', (target, expected) => expect(readerAddress(target)).toMatchObject(expected))

  it.each([
    ['/an-article?utm_source=x&gclid=1&page=3&mc_cid=4', page('/an-article?page=3')],
    ['/an-article?q=sleep', page('/an-article')],
    ['/an-article?_rsc=1&__nextLocale=de', page('/an-article')],
  ])('does not depend on what is appended: %s', (target, expected) =>
    expect(readerAddress(target)).toMatchObject(expected),
  )

  it.each([
    ['/an-article?utm_source=x&page=3', { query: '?utm_source=x' }],
    ['/an-article?page=3', { query: '' }],
    ['/?p=12&utm_source=x', { address: '/', old: '/?p=12', query: '?p=12&utm_source=x' }],
    ['/?utm_source=x', { address: '/' }],
  ])('says what else %s asks', (target, expected) => {
    const found = readerAddress(target)
    expect(found).toMatchObject(expected)
    expect('old' in found && found.old !== undefined).toBe('old' in expected)
  })

  it.each(['page=0', 'page=', 'page=x', 'page=2&page=3', 'page=1e9', 'page=01', 'page=9999999'])(
    'is the same for every number that is none: %s',
    (query) => expect(readerAddress(`/list?${query}`)).toMatchObject(page('/list?page=0')),
  )

  it.each([
    ['/An-Article', variant('/an-article')],
    ['/an-article/', variant('/an-article')],
    ['//evil.example/x', variant('/evil.example/x')],
    ['/category/sleep/?page=2&q=x', variant('/category/sleep?page=2&q=x')],
    ['/an-article/index.html', variant('/an-article')],
    ['/An-Article/?page=1', variant('/an-article')],
    ['/An-Article?page=1&q=x', variant('/an-article?q=x')],
    ['/ADMIN', variant('/admin')],
  ])('that %s is a variant of', (target, expected) =>
    expect(readerAddress(target)).toEqual(expected),
  )

  it.each([
    ['/admin', pass('/admin')],
    ['/api/articles?depth=0', pass('/api/articles?depth=0')],
    ['https://evil.example/api/articles', pass('/api/articles')],
    ['/_next/static/A.js', pass('/_next/static/A.js')],
    ['/media/Photo.JPG', pass('/media/Photo.JPG')],
    ['/preview/1?expires=1', pass('/preview/1?expires=1')],
    ['/search?q=sleep', pass('/search?q=sleep')],
  ])('is not asked for by %s, which the site judges itself', (target, expected) =>
    expect(readerAddress(target)).toEqual(expected),
  )

  it.each([
    '/%',
    '/%zz',
    '/%e0%a4%a',
    '/a%00b',
    '/a%0d%0ab',
    'an-article',
    '*',
    '/api/%',
    '/..',
    '/x/../an-article',
    '/./an-article',
    '/x/%2E%2e/y',
    '/.%2e/y',
    '/api/../y',
    '/api\\..\\y',
  ])('is not in %j', (target) => expect(readerAddress(target)).toEqual({ kind: 'malformed' }))

  it('is not longer than every server must take', () => {
    const path = `/${'a'.repeat(MAX_TARGET_CHARACTERS)}`
    expect(readerAddress(path)).toEqual({ kind: 'tooLong' })
    expect(readerAddress(path.slice(1)).kind).toBe('malformed')
    expect(readerAddress(path.slice(0, -1)).kind).toBe('page')
  })
})
