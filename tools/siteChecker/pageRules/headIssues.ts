// Checks what the head of a page and its headers tell programs: one address, one title, one word about being listed.
import { LEAST_LARGE, LEAST_SHARED } from '@/domain/discovery/sharePicture'
import { findAll, readElementText } from '../page/html'
import { isIndexable, isNoindex, linksByRel, metaContents, type SitePage } from '../page/sitePage'

type Rules = Record<string, (page: SitePage) => string[]>

/** Google's crawler reads the first 2 MB of a page ("What crawlers fetch", February 2026). */
const MAX_BYTES = 2_000_000

const issueIf = (isWrong: boolean, difference: string): string[] => (isWrong ? [difference] : [])

/** Only the number of a list's part belongs to an address; everything else in a query is a tracking parameter. */
const hasStrangeQuery = (url: string): boolean => !/^(\?page=[1-9]\d*)?$/.test(new URL(url).search)

function canonicalIssues(page: SitePage): string[] {
  const canonicals = linksByRel(page, 'canonical')
  if (canonicals.length > 1) return [`${canonicals.length} canonical addresses`]
  const [canonical] = canonicals
  if (canonical === undefined)
    return issueIf(isIndexable(page), 'no canonical address, and it may be listed')
  if (!URL.canParse(canonical)) return [`the canonical address is not absolute: ${canonical}`]
  if (hasStrangeQuery(canonical)) return [`the canonical address has a query: ${canonical}`]
  return issueIf(canonical !== page.url, `the canonical address is ${canonical}`)
}

/** What other programs than a browser look for, they look for in the head alone. */
function headOnlyIssues({ document }: SitePage): string[] {
  const [head] = findAll(document, 'head')
  if (!head) return ['no head']
  return ['title', 'meta', 'link', 'script'].flatMap((tag) => {
    const outside = findAll(document, tag).length - findAll(head, tag).length
    return issueIf(outside > 0, `<${tag}> outside the head`)
  })
}

function robotsIssues(page: SitePage): string[] {
  const [meta, ...others] = metaContents(page, 'robots')
  if (meta === undefined || others.length > 0) return ['not exactly one robots tag']
  const header = page.headers.get('X-Robots-Tag')
  return issueIf(
    header !== null && isNoindex(header) !== isNoindex(meta),
    `the header says ${header}, the page says ${meta}`,
  )
}

function sharingIssues(page: SitePage): string[] {
  const [canonical] = linksByRel(page, 'canonical')
  if (canonical === undefined) return []
  const [url] = metaContents(page, 'og:url')
  return [
    ...issueIf(url !== canonical, `og:url is ${url}, the canonical address ${canonical}`),
    ...['og:title', 'og:type', 'og:site_name']
      .filter((name) => metaContents(page, name).filter(Boolean).length !== 1)
      .map((name) => `not exactly one ${name}`),
    ...sharedPictureIssues(page),
  ]
}

const NO_PICTURE =
  'no og:image: give it a picture of 200 pixels or more, or the site one to share (Site settings)'

/** Its form and its size are told, so that a card is right before anybody has fetched the picture. */
function sharedPictureIssues(page: SitePage): string[] {
  const [image, ...others] = metaContents(page, 'og:image')
  if (image === undefined) return issueIf(isIndexable(page), NO_PICTURE)
  const [width = 0, height = 0] = ['width', 'height'].map((side) =>
    Number(metaContents(page, `og:image:${side}`)[0]),
  )
  const [type = 'none'] = metaContents(page, 'og:image:type')
  const isLarge = metaContents(page, 'twitter:card')[0] === 'summary_large_image'
  return [
    ...issueIf(others.length > 0, 'more than one og:image'),
    ...issueIf(!URL.canParse(image), `og:image is not absolute: ${image}`),
    ...issueIf(!/^image\/(jpeg|png)$/.test(type), `og:image is neither JPEG nor PNG, but ${type}`),
    ...issueIf(
      !(Math.min(width, height) >= LEAST_SHARED),
      `og:image has ${width} by ${height} pixels, and less than ${LEAST_SHARED} are not shown`,
    ),
    ...issueIf(
      isLarge && (width < LEAST_LARGE.width || height < LEAST_LARGE.height),
      `twitter:card blows up a picture of ${width} by ${height} pixels`,
    ),
    ...issueIf(!metaContents(page, 'og:image:alt')[0], 'og:image has no alternative text'),
  ]
}

/** The header's name → what it must be. */
const HEADERS: Record<string, (value: string | null, page: SitePage) => boolean> = {
  'Content-Type': (value) => value?.toLowerCase() === 'text/html; charset=utf-8',
  'Content-Security-Policy': (value) =>
    /default-src 'none'/.test(value ?? '') && !/script-src|unsafe-/.test(value ?? ''),
  'X-Content-Type-Options': (value) => value === 'nosniff',
  'Referrer-Policy': (value) => Boolean(value),
  'X-Powered-By': (value) => value === null,
  'Strict-Transport-Security': (value, { url }) => value !== null || url.startsWith('http:'),
}

export const HEAD_RULES: Rules = {
  title: ({ document }) =>
    findAll(document, 'title')
      .filter((title) => readElementText({ ...title, tag: '' }) === '')
      .map(() => 'the title is empty'),
  description: (page) =>
    issueIf(metaContents(page, 'description').length > 1, 'more than one description').concat(
      issueIf(metaContents(page, 'description').includes(''), 'the description is empty'),
    ),
  canonical: canonicalIssues,
  head: headOnlyIssues,
  robots: robotsIssues,
  sharing: sharingIssues,
  size: ({ html }) =>
    issueIf(Buffer.byteLength(html) >= MAX_BYTES, `${Buffer.byteLength(html)} bytes of HTML`),
  headers: (page) =>
    Object.entries(HEADERS)
      .map(([name, isRight]) => [name, page.headers.get(name), isRight] as const)
      .filter(([, value, isRight]) => !isRight(value, page))
      .map(([name, value]) => `${name}: ${value ?? 'missing'}`),
}
