// Typed links: which are of this site, in which form, and a text that leads elsewhere.
import { describe, expect, it } from 'vitest'
import { ownAddress, typedUrls, withUrls } from '@/domain/articles/links/typedLinks'
import { articleLink, link, list, paragraph, richText } from '../../../../fixtures/richText'

const ORIGIN = 'https://example.org'

describe('an address on this site', () => {
  it.each([
    ['/knees', '/knees', ''],
    ['https://example.org/knees#faq-a', '/knees', '#faq-a'],
    ['https://EXAMPLE.org/Knees/', '/knees', ''],
    ['/knees/index.html', '/knees', ''],
    ['/category/running?page=1', '/category/running', ''],
    ['/category/running?page=2', '/category/running', '?page=2'],
    ['/media/Photo.PNG', '/media/Photo.PNG', ''],
    ['https://example.org', '/', ''],
  ])('%s is %s', (typed, path, rest) => {
    expect(ownAddress(typed, ORIGIN)).toEqual({ path, rest })
  })

  it.each([
    'https://elsewhere.org/knees',
    'http://example.org/knees',
    '//example.org/knees',
    'mailto:a@example.org',
    '#there',
    'javascript:alert(1)',
    '',
  ])('%s is none', (typed) => {
    expect(ownAddress(typed, ORIGIN)).toBeUndefined()
  })
})

describe('the links of a text', () => {
  const text = richText(
    paragraph('See ', link('/old', 'this'), ' and ', articleLink(7, 'that'), '.'),
    list('bullet', [[link('/gone', 'lost')]]),
  )

  it('are found wherever they stand, those that were typed', () => {
    expect(typedUrls(text)).toEqual(['/old', '/gone'])
  })

  it('lead elsewhere in a copy, and the text itself stays', () => {
    const before = structuredClone(text)
    const changed = withUrls(text, (url) => (url === '/old' ? '/new' : null))
    expect(typedUrls(changed)).toEqual(['/new', ''])
    expect(JSON.stringify(changed)).toContain('"value":7')
    expect(text).toEqual(before)
  })
})
