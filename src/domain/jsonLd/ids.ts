// Builds the stable `@id` of every node from addresses only, never from titles or positions, so that ids survive edits.
import type { Author, FaqItem, Site } from '../articles/article'
import { absoluteUrl, authorPath } from '../addresses/paths'
import { questionAddress } from '../articles/faq/questionAddress'

export const organizationId = (site: Site): string => absoluteUrl(site.url, '/#organization')
export const logoId = (site: Site): string => absoluteUrl(site.url, '/#logo')
export const webSiteId = (site: Site): string => absoluteUrl(site.url, '/#website')

/** The node of one aspect of the page at `path`. */
export const pageNodeId = (
  site: Site,
  path: string,
  aspect: 'webpage' | 'article' | 'breadcrumb' | 'primaryimage',
): string => `${absoluteUrl(site.url, path)}#${aspect}`

export const personUrl = (site: Site, person: Author): string =>
  absoluteUrl(site.url, authorPath(person.slug))
export const personId = (site: Site, person: Author): string => `${personUrl(site, person)}#person`

/** Also the question's address: its anchor on its home page, or its own page. */
export const questionUrl = (site: Site, { anchor, home }: FaqItem): string =>
  absoluteUrl(site.url, questionAddress({ anchor, path: home?.path ?? null }))
