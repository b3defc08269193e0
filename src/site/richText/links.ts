// Resolves the links of a text to addresses: for the page, and for markup that is read away from the page.
import { safeUrl } from '@/domain/text/links'
import type { LinkNode } from '@/domain/text/richText'
import { referenceIds } from '@/domain/text/richTextWalk'

/** The link's `href`, or null when it may not be linked: then only its text is shown. */
export type LinkResolver = (link: LinkNode) => string | null

/** @param linkedArticles the articles that may be linked; a link to any other has no address */
export function pageLinks(linkedArticles: readonly { id: number; path: string }[]): LinkResolver {
  const paths = new Map(linkedArticles.map(({ id, path }) => [id, path]))
  return ({ fields }) => {
    if (fields.linkType !== 'internal') return safeUrl(fields.url ?? '')
    if (fields.doc?.relationTo !== 'articles') return null
    const [id] = referenceIds(fields.doc.value)
    return (id !== undefined && paths.get(id)) || null
  }
}

/** Absolute http(s) addresses only, as search engines ask for in `Answer.text`. */
export function absoluteLinks(links: LinkResolver, pageUrl: string): LinkResolver {
  return (link) => {
    const href = links(link)
    const url = href === null ? null : new URL(href, pageUrl).href
    return url && /^https?:/.test(url) ? url : null
  }
}
