// Addresses: which paths an article may have, and where the variants of a path lead.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import {
  absoluteUrl,
  articlePath,
  authorPath,
  categoryPath,
  faqAnchorId,
  isFaqAnchorId,
  mediaPath,
  formerPath,
  formerPathIssues,
  maybeFormerPath,
  normalizePath,
  pathIssues,
  previewPath,
  RESERVED_SEGMENTS,
  reviewPath,
  stylesheetPath,
  topicPath,
} from '@/domain/addresses/paths'

describe('addresses', () => {
  it('puts each noun under its own first segment, which articles may not take', () => {
    const paths = [
      categoryPath('running'),
      topicPath('running'),
      authorPath('mara-lind'),
      mediaPath('a.jpg'),
      previewPath(5),
      reviewPath('1-00ff'),
      stylesheetPath('00ff'),
    ]
    expect(paths).toEqual([
      '/category/running',
      '/topic/running',
      '/author/mara-lind',
      '/media/a.jpg',
      '/preview/5',
      '/review/1-00ff',
      '/assets/site-00ff.css',
    ])
    for (const path of paths) expect(RESERVED_SEGMENTS).toContain(path.split('/')[1])
  })

  it('has normal forms that are their own', () => {
    for (const path of [articlePath('a'), categoryPath('a'), stylesheetPath('00ff')])
      expect(normalizePath(path)).toBe(path)
  })

  it('escapes a file name, so that it cannot leave its folder', () => {
    expect(mediaPath('../a b?.jpg')).toBe('/media/..%2Fa%20b%3F.jpg')
  })

  it('recognises the ids of FAQ items', () => {
    expect(isFaqAnchorId(faqAnchorId('how-often'))).toBe(true)
    expect(isFaqAnchorId('how-often')).toBe(false)
  })

  it('makes paths absolute and leaves absolute URLs alone', () => {
    expect(absoluteUrl('https://a.example', '/b')).toBe('https://a.example/b')
    expect(absoluteUrl('https://a.example', '/')).toBe('https://a.example/')
    expect(absoluteUrl('https://a.example', 'https://c.example/d')).toBe('https://c.example/d')
  })
})

describe('pathIssues', () => {
  it.each(['/a', '/back-pain-after-running', '/2024/05/old-post', '/a--b', `/${'a'.repeat(199)}`])(
    'accepts %s',
    (path) => expect(pathIssues(path)).toEqual([]),
  )

  it.each([
    ['', [{ code: 'pathMissing' }]],
    ['/', [{ code: 'pathMissing' }]],
    ['a', [{ code: 'pathWithoutLeadingSlash' }]],
    ['/a/', [{ code: 'pathSegmentEmpty' }]],
    ['//a', [{ code: 'pathSegmentEmpty' }]],
    ['/a//b', [{ code: 'pathSegmentEmpty' }]],
    ['/A', [{ code: 'pathSegmentInvalid', segment: 'A' }]],
    ['/a b', [{ code: 'pathSegmentInvalid', segment: 'a b' }]],
    ['/..', [{ code: 'pathSegmentInvalid', segment: '..' }]],
    ['/a?b', [{ code: 'pathSegmentInvalid', segment: 'a?b' }]],
    [
      '/é/ü',
      [
        { code: 'pathSegmentInvalid', segment: 'é' },
        { code: 'pathSegmentInvalid', segment: 'ü' },
      ],
    ],
    ['/admin', [{ code: 'pathReserved', segment: 'admin' }]],
    ['/api/x', [{ code: 'pathReserved', segment: 'api' }]],
    ['/feed.xml', [{ code: 'pathReserved', segment: 'feed.xml' }]],
    [`/${'a'.repeat(200)}`, [{ code: 'pathTooLong', length: 201, max: 200 }]],
  ])('says what is wrong with %j', (path, issues) => expect(pathIssues(path)).toEqual(issues))

  it.each([
    '/привет-мир',
    '/睡眠',
    '/睡眠-app',
    '/müller',
    '/نوم',
    '/שינה',
    '/नींद',
    '/การนอน',
    '/サイト/sleep',
  ])('accepts words in any script: %s', (path) =>
    expect(pathIssues(normalizePath(path))).toEqual([]),
  )

  it.each([
    ['/p\u0430ypal', 'pathSegmentMixed'],
    ['/ελλάδa', 'pathSegmentMixed'],
    ['/a\u200bb', 'pathSegmentInvalid'],
    ['/a\u202eb', 'pathSegmentInvalid'],
    ['/a\u00adb', 'pathSegmentInvalid'],
    ['/\u3164', 'pathSegmentInvalid'],
    ['/ｆｕｌｌ', 'pathSegmentInvalid'],
    ['/\u0301a', 'pathSegmentInvalid'],
    ['/😀', 'pathSegmentInvalid'],
    ['/%e9', 'pathSegmentInvalid'],
    [`/${'п'.repeat(200)}`, 'pathTooLong'],
  ])('refuses what is not seen for what it is: %j', (path, code) =>
    expect(pathIssues(normalizePath(path)).map((issue) => issue.code)).toEqual([code]),
  )

  it('counts letters, not the bytes that they are sent as', () => {
    const path = normalizePath(`/${'睡'.repeat(199)}`)
    expect([pathIssues(path), path.length <= LIMITS.encodedPath]).toEqual([[], true])
  })

  it('refuses reserved words only as the first segment', () => {
    expect(pathIssues('/guides/search')).toEqual([])
    expect(pathIssues('/searching')).toEqual([])
  })
})

describe('an address of before', () => {
  it.each([
    ['/Sign-In_FAQ.html', '/sign-in_faq.html'],
    ['/2019/05/a.b~c+d/', '/2019/05/a.b~c+d'],
    ['/Älter', '/%c3%a4lter'],
    ['/two words', '/two%20words'],
    ['/\ud800', '/%ef%bf%bd'],
    ['old/index.php', '/old'],
    ['/wiki/Foo_(bar)', '/wiki/foo_(bar)'],
    ["/it's,a;b!/a@b=c&d$e", "/it's,a;b!/a@b=c&d$e"],
  ])('%j is asked for as %j, and may lead on', (written, path) => {
    expect(formerPath(written)).toBe(path)
    expect(formerPathIssues(path)).toEqual([])
  })

  it.each([
    ['/', 'pathMissing'],
    ['/?p=7', 'pathSegmentInvalid'],
    ['/a#b', 'pathSegmentInvalid'],
    ['/:year/:title', 'pathSegmentInvalid'],
    ['/a/../b', 'pathSegmentInvalid'],
    ['/admin/old.html', 'pathReserved'],
    [`/${'a'.repeat(200)}`, 'pathTooLong'],
  ])('%j may not: %s', (written, code) => {
    expect(formerPathIssues(formerPath(written))).toContainEqual(expect.objectContaining({ code }))
  })
})

describe('what a visitor misses', () => {
  it.each([
    '/old',
    '/2019/sign-in_faq.html',
    '/notes.md',
    '/guide.pdf',
    '/%c3%a4lter',
    '/v1.2-notes',
  ])('%s may have been a page', (path) => expect(maybeFormerPath(path)).toBe(true))

  it.each([
    '/',
    '/wp-login.php',
    '/.env',
    '/a/.git/config',
    '/logo.png',
    '/backup.zip',
    '/admin/x',
    '/a{b',
  ])('%s was none', (path) => expect(maybeFormerPath(path)).toBe(false))
})

describe('normalizePath', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['/a', '/a'],
    ['/a/', '/a'],
    ['/A/B', '/a/b'],
    ['//a///b//', '/a/b'],
    ['/index.html', '/'],
    ['/a/index.html', '/a'],
    ['/a/Index.HTM/', '/a'],
    ['/a/index.php', '/a'],
    ['/a/index.html/index.html', '/a'],
    ['/%61%2Db', '/a-b'],
    ['/caf%C3%A9', '/caf%c3%a9'],
    ['/Cafe%CC%81', '/caf%c3%a9'],
    ['/ПРИВЕТ', '/%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82'],
    ['/%D0%9F%d1%80%D0%B8%D0%B2%D0%B5%D1%82/', '/%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82'],
    ['/睡眠', '/%e7%9d%a1%e7%9c%a0'],
    ['/%e9', '/%e9'],
    ['/a%2Fb', '/a%2fb'],
  ])('leads %j to %j', (requested, path) => expect(normalizePath(requested)).toBe(path))

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%5C/evil.example',
    '/%2Fevil.example',
  ])('never leaves the site: %s', (requested) =>
    expect(new URL(normalizePath(requested), 'https://a.example').host).toBe('a.example'),
  )

  it('is reached in one step and begins with one slash, whatever was requested', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const requested of [path, `/${text}`]) {
          const normal = normalizePath(requested)
          expect(normalizePath(normal)).toBe(normal)
          expect(normal).toMatch(/^\/(?![\\/])/)
        }
      }),
    )
  })
})
