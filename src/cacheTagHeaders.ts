// Builds the headers that give caches in front of the site the tags under which to store an answer, and to forget it when told.
import { sign } from './signature'

/** 72 bits: two tags of one site do not meet. */
const LENGTH = 12

/**
 * Of one tag (domain/cacheTags/cacheTags.ts). Signed, since a tag may name what is hidden: a draft that a page would
 * link to.
 */
export const signedTag = (tag: string): string => sign(`cache tag ${tag}`).slice(0, LENGTH)

/** Of an answer that was built from the tags: as Cloudflare and others read them, and as Fastly does. */
export function cacheTagHeaders(tags: readonly string[]): Record<string, string> {
  const signed = tags.map(signedTag)
  return { 'Cache-Tag': signed.join(','), 'Surrogate-Key': signed.join(' ') }
}
