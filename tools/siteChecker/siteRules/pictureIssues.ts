// Checks pictures that engines fetch without opening the page: its icon, and the one that it is shared with.
import { findAll } from '../page/html'
import { isIndexable, metaContents, type SitePage } from '../page/sitePage'
import type { CheckedSite, Finding } from '../crawl/checkedSite'
import type { Answer } from '../crawl/visitor'

/** Of `sizes`: any, for a drawing, or a square of 48 pixels at least (Google Search Central, "Favicons"). */
const isShown = (sizes: string): boolean => {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(sizes) ?? []
  return sizes === 'any' || (width === height && Number(width) >= 48)
}

const iconsOf = ({ document, url }: SitePage) =>
  findAll(document, 'link')
    .filter(({ attributes }) => attributes.rel === 'icon')
    .map(({ attributes: { href = '', sizes = '' } }) => ({ url: new URL(href, url).href, sizes }))

const isImage = ({ status, headers }: Answer): boolean =>
  status === 200 && (headers.get('Content-Type') ?? '').startsWith('image/')

function iconIssues(page: SitePage, { origin, visits }: CheckedSite): string[] {
  const icons = iconsOf(page)
  return [
    ...(icons.length > 0 ? [] : ['names no icon']),
    ...icons.flatMap(({ url, sizes }) => {
      if (!url.startsWith(`${origin}/`))
        return [`its icon is no file of the site: ${url.slice(0, 60)}`]
      const visit = visits.get(url)
      return [
        ...(isShown(sizes) ? [] : [`its icon is not of a size that engines show: ${sizes}`]),
        ...(!visit || isImage(visit) ? [] : [`its icon is no image: ${url}`]),
      ]
    }),
  ]
}

/** One elsewhere is not asked for. */
const sharedIssues = (page: SitePage, { visits }: CheckedSite): string[] =>
  metaContents(page, 'og:image').flatMap((url) => {
    const visit = visits.get(url)
    if (!visit) return []
    const type = visit.headers.get('Content-Type') ?? 'nothing'
    if (!isImage(visit)) return [`og:image is no image: ${url}`]
    const told = metaContents(page, 'og:image:type')[0]
    return type === told ? [] : [`og:image is ${type}, and said to be ${told}: ${url}`]
  })

export async function pictureIssues(site: CheckedSite): Promise<Finding[]> {
  const blind = `${site.origin}/favicon.ico`
  const found = site.pages
    .filter(isIndexable)
    .flatMap((page) =>
      [...iconIssues(page, site), ...sharedIssues(page, site)].map((issue): Finding => [
        page.url,
        issue,
      ]),
    )
  return isImage(await site.ask(blind)) ? found : [...found, [blind, 'is no image']]
}
