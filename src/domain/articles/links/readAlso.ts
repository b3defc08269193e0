// Decides the address and the `rel` of a Read Also link, and lists the links that a page shows.
import type { Article, ReadAlsoLink } from '../article'
import { bodyReferences } from './references'
import { safeUrl } from '../../text/links'

/** Google's "qualify outbound links": paid links are `sponsored`, links we do not vouch for `nofollow`. */
const REL_BY_RELATION = {
  editorial: undefined,
  paid: 'sponsored',
  notVouchedFor: 'nofollow',
} as const

/** Null when the stored URL may not be linked, or readers do not get its target. */
export function readAlsoHref(link: ReadAlsoLink): string | null {
  if (link.kind === 'external') return safeUrl(link.url)
  return link.away ? null : safeUrl(link.path)
}

/** The value of `rel`; links inside the site never have one. */
export const readAlsoRel = (link: ReadAlsoLink): string | undefined =>
  link.kind === 'internal' ? undefined : REL_BY_RELATION[link.relation]

/** The links of the body that may be shown and have a target, in reading order, each once. */
export function shownReadAlsoLinks(
  article: Pick<Article, 'body' | 'readAlsoLinks'>,
): ReadAlsoLink[] {
  const byId = new Map(article.readAlsoLinks.map((link) => [link.id, link]))
  return bodyReferences(article.body)
    .readAlsoLinks.map((id) => byId.get(id))
    .filter((link) => link !== undefined)
    .filter((link) => readAlsoHref(link) !== null)
}
