// Which facts a change of each other kind of row concerns.
import { describe, expect, it } from 'vitest'
import { type Stored } from '@/domain/cacheTags/cacheTags'
import type { Row } from '@/domain/cacheTags/rowChange'
import { changed } from '../changed'

describe('other rows', () => {
  const live = { id: 3, _status: 'published', deletedAt: null }
  const cases: [string, Stored, Row | undefined, Row | undefined, string[]][] = [
    ['an answer', 'faq-items', { ...live, answer: 1 }, { ...live, answer: 2 }, ['faq-item:3']],
    [
      'a question',
      'faq-items',
      { ...live, question: 'A?' },
      { ...live, question: 'B?' },
      ['faq-item:3', 'list:faq-items'],
    ],
    [
      'a new item',
      'faq-items',
      undefined,
      { ...live, question: 'A?' },
      ['faq-item:3', 'list:faq-items'],
    ],
    [
      'an item’s key',
      'faq-items',
      { ...live, questionKey: 'a' },
      { ...live, questionKey: 'b' },
      [],
    ],
    ['a draft item', 'faq-items', undefined, { ...live, _status: 'draft' }, []],
    [
      'a link',
      'read-also-links',
      { ...live, article: 1 },
      { ...live, article: 2 },
      ['article:1:read-also', 'article:2:read-also', 'read-also-link:3'],
    ],
    [
      'a withdrawn link',
      'read-also-links',
      live,
      { ...live, _status: 'draft' },
      ['read-also-link:3'],
    ],
    [
      'a home',
      'faq-homes',
      { id: 1, item: 3, article: 1 },
      { id: 1, item: 3, article: 2 },
      ['faq-home:3'],
    ],
    ['a home that goes', 'faq-homes', { id: 1, item: 3, article: 1 }, undefined, ['faq-home:3']],
    [
      'a home for another item',
      'faq-homes',
      { id: 1, item: 3 },
      { id: 1, item: 4 },
      ['faq-home:3', 'faq-home:4'],
    ],
    ['an image', 'media', { id: 8, alt: 'A' }, { id: 8, alt: '' }, ['media:8']],
    ['an image that is nobody’s yet', 'media', undefined, { id: 8 }, ['media:8']],
    [
      'the words of a category',
      'categories',
      { id: 6, name: 'A', slug: 'a', description: '' },
      { id: 6, name: 'A', slug: 'a', description: null },
      ['category:6'],
    ],
    [
      'the name of a category',
      'categories',
      { id: 6, name: 'A', slug: 'a' },
      { id: 6, name: 'B', slug: 'b' },
      ['category:6', 'category:6:name', 'list:categories', 'path:/category/a', 'path:/category/b'],
    ],
    [
      'a rule for editors',
      'categories',
      { id: 6, expertReview: false },
      { id: 6, expertReview: true },
      [],
    ],
    [
      'a new topic',
      'topics',
      undefined,
      { id: 7, name: 'A', slug: 'a' },
      ['list:topics', 'path:/topic/a', 'topic:7', 'topic:7:name'],
    ],
    [
      'a biography',
      'authors',
      { id: 5, description: 'A' },
      { id: 5, description: 'B' },
      ['author:5'],
    ],
    [
      'credentials',
      'authors',
      { id: 5, credentials: 'A' },
      { id: 5, credentials: 'B' },
      ['author:5', 'author:5:byline'],
    ],
    [
      'an author who leaves',
      'authors',
      { id: 5, name: 'A', slug: 'a' },
      undefined,
      ['author:5', 'author:5:byline', 'list:authors', 'path:/author/a'],
    ],
    ['a page', 'pages', { ...live, body: 1 }, { ...live, body: 2 }, ['page:3']],
    [
      'a page’s address',
      'pages',
      { ...live, path: '/a' },
      { ...live, path: '/b' },
      ['list:pages', 'page:3', 'path:/a', 'path:/b'],
    ],
    ['a new redirect', 'redirects', undefined, { id: 1, from: '/a', to: '/b' }, ['path:/a']],
    [
      'a redirect from elsewhere',
      'redirects',
      { id: 1, from: '/a', to: '/b' },
      { id: 1, from: '/c', to: '/b' },
      ['path:/a', 'path:/c'],
    ],
    ['a visit', 'redirects', { id: 1, from: '/a', hits: 1 }, { id: 1, from: '/a', hits: 2 }, []],
    [
      'a withdrawal',
      'workflows',
      { id: 1, withdrawnPath: null, withdrawal: null },
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'gone' } },
      ['path:/a'],
    ],
    [
      'another reason',
      'workflows',
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'notice' } },
      { id: 1, withdrawnPath: '/a', withdrawal: { reason: 'gone' } },
      ['path:/a'],
    ],
    ['an approval', 'workflows', { id: 1, state: 'draft' }, { id: 1, state: 'approved' }, []],
    ['the menu', 'navigation', { id: 1, header: [] }, { id: 1, header: [1] }, ['navigation']],
    [
      'the site’s name',
      'site-settings',
      { id: 1, name: 'A' },
      { id: 1, name: 'B' },
      ['settings', 'settings:any'],
    ],
    [
      'the lead',
      'site-settings',
      { id: 1, leadArticle: 1 },
      { id: 1, leadArticle: null },
      ['settings:any', 'settings:lead'],
    ],
    [
      'what crawlers may',
      'site-settings',
      { id: 1, crawlers: { search: true } },
      { id: 1, crawlers: { search: false } },
      ['settings:any', 'settings:crawlers'],
    ],
    [
      'the time zone, in which every page gives dates',
      'site-settings',
      { id: 1, timeZone: 'UTC' },
      { id: 1, timeZone: 'Asia/Tokyo' },
      ['settings', 'settings:any'],
    ],
    [
      'a rule for the team',
      'site-settings',
      { id: 1, fourEyes: true },
      { id: 1, fourEyes: false },
      ['settings:any'],
    ],
  ]

  it.each(cases)('%s concerns just what shows it', (_, stored, before, after, expected) => {
    expect(changed(stored, before, after)).toEqual([...expected].sort())
  })
})
