// Sitemaps: an index and its parts.
import { describe, expect, it } from 'vitest'
import {
  SITEMAP_PART_LENGTH,
  sitemapIndex,
  sitemapPart,
  sitemapParts,
  sitemapSlice,
} from '@/domain/discovery/sitemap'

const url = (n: number) => ({ url: `https://backstory.example/a-${n}` })

describe('a part', () => {
  it('lists addresses with their dates and images, escaped', () => {
    const xml = sitemapPart([
      {
        url: 'https://backstory.example/a?b=1&c="2"',
        modifiedAt: '2026-03-02T08:00:00+02:00',
        images: ["https://backstory.example/media/o'neill.webp"],
      },
    ])
    expect(xml).toContain(
      '<url><loc>https://backstory.example/a?b=1&amp;c=&quot;2&quot;</loc><lastmod>2026-03-02T08:00:00+02:00</lastmod><image:image><image:loc>https://backstory.example/media/o&apos;neill.webp</image:loc></image:image></url>',
    )
  })

  it('has no date where none is known, and never a priority', () => {
    expect(sitemapPart([url(1)])).not.toMatch(/lastmod|priority|changefreq/)
  })

  it('of fifty thousand addresses stays below 50 MB', () => {
    const long = {
      url: `https://backstory.example/${'a'.repeat(200)}`,
      modifiedAt: '2026-03-02T08:00:00Z',
    }
    const part = sitemapPart(Array.from({ length: SITEMAP_PART_LENGTH }, () => long))
    expect(Buffer.byteLength(part)).toBeLessThan(50 * 1024 * 1024)
  })
})

describe('the index', () => {
  it('lists the parts, each with the latest date in it', () => {
    expect(
      sitemapIndex([
        { url: 'https://backstory.example/sitemaps/1.xml', modifiedAt: '2026-03-02T08:00:00Z' },
      ]),
    ).toContain(
      '<sitemap><loc>https://backstory.example/sitemaps/1.xml</loc><lastmod>2026-03-02T08:00:00Z</lastmod></sitemap>',
    )
  })

  it.each([
    [0, 0],
    [1, 1],
    [50_000, 1],
    [50_001, 2],
    [100_000, 2],
  ])('of %i addresses has %i parts', (addresses, parts) => {
    expect(sitemapParts(addresses)).toBe(parts)
  })

  it('has the addresses after those of the parts before it', () => {
    const addresses = Array.from({ length: SITEMAP_PART_LENGTH + 1 }, (_, index) => index)
    const parts = [1, 2, 3].map((part) => sitemapSlice(addresses, part))
    expect(parts.map(({ length }) => length)).toEqual([SITEMAP_PART_LENGTH, 1, 0])
    expect(parts.flat()).toEqual(addresses)
  })
})
