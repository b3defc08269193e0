// The tags under which caches in front of the site keep an answer, and are told to forget it.
import { sign } from './signature'

/** 72 bits: two facts of one site do not meet. */
const LENGTH = 12

/** Of one fact (domain/facts.ts). Signed, since a fact may name what is hidden: a draft that a page would link to. */
export const signedTag = (fact: string): string => sign(`cache tag ${fact}`).slice(0, LENGTH)

/** Of an answer that was built from the facts: as Cloudflare and others read them, and as Fastly does. */
export function cacheTagHeaders(facts: readonly string[]): Record<string, string> {
  const tags = facts.map(signedTag)
  return { 'Cache-Tag': tags.join(','), 'Surrogate-Key': tags.join(' ') }
}
