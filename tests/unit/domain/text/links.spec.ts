// Which URLs may be linked.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeUrl } from '@/domain/text/links'

describe('safeUrl', () => {
  it.each([
    ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
    ['http://a.example', 'http://a.example/'],
    ['  https://a.example/  ', 'https://a.example/'],
    ['HTTPS://A.example/', 'https://a.example/'],
    ['mailto:ask@a.example', 'mailto:ask@a.example'],
    ['tel:+4930123', 'tel:+4930123'],
    ['tel:+49 30 1234', 'tel:+49301234'],
    ['mailto:a@b.example?subject=Hello there', 'mailto:a@b.example?subject=Hello%20there'],
    ['mailto:a@b.example?body=a%0D%0Ab', 'mailto:a@b.example?body=a%0D%0Ab'],
    ['/', '/'],
    ['/a/b?c=d#e', '/a/b?c=d#e'],
    ['/a b"c', '/a%20b%22c'],
    ['#faq-a', '#faq-a'],
  ])('allows %j', (url, href) => expect(safeUrl(url)).toBe(href))

  it.each([
    '',
    '#',
    'a',
    'a.example/b',
    './a',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/\t/evil.example',
    'https://',
    'https:evil.example',
    'https:\\\\evil.example',
    'http:///evil.example',
    'javascript://https://a.example/%0aalert(1)',
    'javascript&colon;alert(1)',
    'https://a b.example',
    'https://user:pw@a.example/',
    'https://bank.example@evil.example/',
    'mailto:a@b.example%0D%0ABcc:c@d.example',
    'mailto:a@b.example?subject=x%0aBcc:c@d.example',
    'mailto:a@b.example?body=a%00b',
    'mailto:a@b.example?subject=x\r\nBcc:c@d.example',
  ])('refuses %j', (url) => expect(safeUrl(url)).toBeNull())

  it('never gives a URL that a browser reads as a script or as another site’s path', () => {
    const pieces = fc.constantFrom(
      'java',
      'script:',
      '/',
      '\\',
      '..',
      'a',
      ':',
      '#',
      '\t',
      ' ',
      'http://b',
    )
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const href = safeUrl(parts.join(''))
        if (href === null) return
        const url = new URL(href, 'https://a.example/page')
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol)
        if (href.startsWith('/')) expect(url.host).toBe('a.example')
      }),
    )
  })

  it('gives what it accepts again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const href = safeUrl(url) ?? ''
        expect(safeUrl(href)).toBe(href)
      }),
    )
  })
})
