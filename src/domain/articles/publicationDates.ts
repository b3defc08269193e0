// Decides the dates that readers get with a publication: of the first one, and of the last change that they can see.
import type { Instant } from '../time/instant'

export interface Publication {
  now: Instant
  /** What is live before it; undefined where nothing is. */
  live?: { publishedAt?: Instant | null; modifiedAt?: Instant | null }
  /** Of the first publication, though nothing may be live now. */
  publishedAt?: Instant | null
  /** Whether readers see a difference to what was live. */
  changed: boolean
  /** The dates that an imported text had at its source. */
  source?: { publishedAt?: Instant | null; modifiedAt?: Instant | null }
  /** The text was edited here since it was imported. */
  edited: boolean
}

/**
 * A text that was published elsewhere has the date of that publication; until it is edited here, it was changed when
 * its source says. A date that has not come is now, and nothing changes before it was published.
 */
export function publicationDates(publication: Publication): {
  publishedAt: Instant
  modifiedAt: Instant
} {
  const { now, source, live } = publication
  const publishedAt = earlier(source?.publishedAt ?? publication.publishedAt ?? now, now)
  const changedAt = earlier(lastChange(publication, publishedAt), now)
  return { publishedAt, modifiedAt: changedAt < publishedAt ? publishedAt : changedAt }

  function lastChange({ changed, edited }: Publication, published: Instant): Instant {
    const stated = edited ? undefined : source?.modifiedAt
    const dated = !edited && source?.publishedAt ? (stated ?? published) : now
    if (!live?.modifiedAt) return dated
    const isRedated = Boolean(source?.publishedAt) && source?.publishedAt !== live.publishedAt
    if (!changed) return isRedated ? dated : live.modifiedAt
    return stated && stated > live.modifiedAt ? stated : now
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
