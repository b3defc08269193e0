// Writes sitemaps (sitemaps.org protocol): an index of parts, and the parts.
import { escapeUTF8 } from 'entities/escape'

/** The most addresses that one part may list (sitemaps.org, "Sitemap index files"). */
export const SITEMAP_PART_LENGTH = 50_000

export interface SitemapEntry {
  /** Absolute URL. */
  url: string
  /** ISO 8601 instant with a zone at which what is shown last changed; left out when that is not known. */
  modifiedAt?: string
  /** Absolute URLs of the images on the page. */
  images?: readonly string[]
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1'

const lastmod = (modifiedAt: string | undefined): string =>
  modifiedAt ? `<lastmod>${modifiedAt}</lastmod>` : ''

const place = (
  element: 'url' | 'sitemap',
  { url, modifiedAt, images = [] }: SitemapEntry,
): string => {
  const pictures = images.map(
    (image) => `<image:image><image:loc>${escapeUTF8(image)}</image:loc></image:image>`,
  )
  return `<${element}><loc>${escapeUTF8(url)}</loc>${lastmod(modifiedAt)}${pictures.join('')}</${element}>`
}

/** Addresses first come first; at most `SITEMAP_PART_LENGTH`. Neither priority nor change frequency: engines ignore both. */
export const sitemapPart = (entries: readonly SitemapEntry[]): string =>
  [
    DECLARATION,
    `<urlset xmlns="${NAMESPACE}" xmlns:image="${IMAGES}">`,
    ...entries.map((entry) => place('url', entry)),
    '</urlset>\n',
  ].join('\n')

/** @param parts of one part each: its URL, and the latest of the dates in it */
export const sitemapIndex = (parts: readonly SitemapEntry[]): string =>
  [
    DECLARATION,
    `<sitemapindex xmlns="${NAMESPACE}">`,
    ...parts.map((part) => place('sitemap', part)),
    '</sitemapindex>\n',
  ].join('\n')

/** How many parts that many addresses take; a part that lists nothing is none (the schema asks for one address). */
export const sitemapParts = (addresses: number): number =>
  Math.ceil(addresses / SITEMAP_PART_LENGTH)

/** @param part counted from 1; empty past the last one */
export const sitemapSlice = <Entry>(entries: readonly Entry[], part: number): Entry[] =>
  entries.slice((part - 1) * SITEMAP_PART_LENGTH, part * SITEMAP_PART_LENGTH)
