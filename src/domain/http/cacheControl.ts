// Writes the `Cache-Control` of an answer: for the reader's own cache, and for shared ones that are told of changes or are not.

/** A shared cache in front of the site. */
export interface SharedCache {
  /** How long it may give a copy without asking; 0: it asks each time. */
  seconds: number
  /** Whether it is told which tags have changed, and so forgets what was withdrawn. */
  isTold: boolean
}

/**
 * RFC 5861. A cache that is not told may give nothing that it cannot ask about: a page that was withdrawn would come back
 * with the first fault.
 */
const STALE = 'stale-while-revalidate=60, stale-if-error=86400'

const shared = ({ seconds, isTold }: SharedCache): string =>
  `s-maxage=${seconds}${seconds > 0 && isTold ? `, ${STALE}` : ''}`

/** `Cache-Control` of a page: a reader's browser asks each time, so that a correction is seen. */
export const pageCacheControl = (cache: SharedCache): string =>
  cache.seconds > 0 ? `public, max-age=0, ${shared(cache)}` : 'public, max-age=0, must-revalidate'

/** An image never changes under its name, so that a browser need not ask again while somebody reads on. */
const IMAGE_SECONDS = 3600

/**
 * `Cache-Control` of an image: a reader's browser may store it for a while; a shared cache only as long as a page, for
 * it can be withdrawn.
 */
export const imageCacheControl = (cache: SharedCache): string =>
  `public, max-age=${IMAGE_SECONDS}, ${shared(cache)}`
