// Remembers the site's revision and the tags that changed lately, as far as this process knows them.

/** A fact and the revision that changed it last. */
export interface Change {
  fact: string
  revision: number
}

/**
 * How far a copy of a page is from what a new one would be.
 * - `fresh`: not at all;
 * - `changed`: it may still be given while a new one is being made;
 * - `withdrawn`: the target of its address has changed, and it may not be given.
 */
export type Staleness = 'fresh' | 'changed' | 'withdrawn'

/** Tags of the present target of an address. */
const ADDRESS_TAG = 'path:'

const MAX_REMEMBERED = 20_000

export const stalenessBy = (tags: readonly string[]): Staleness => {
  if (tags.length === 0) return 'fresh'
  return tags.some((fact) => fact.startsWith(ADDRESS_TAG)) ? 'withdrawn' : 'changed'
}

/** A short memory of page_facts, complete from `#since` to `seen`. */
export class Changes {
  /** Every change up to this revision is known here. */
  seen = 0
  #since = 0
  #revisions = new Map<string, number>()

  /** Takes note of every change after the last call, up to `seen`. */
  learn(changes: readonly Change[], seen: number): void {
    for (const { fact, revision } of changes)
      this.#revisions.set(fact, Math.max(revision, this.#revisions.get(fact) ?? 0))
    this.seen = Math.max(this.seen, seen)
    if (this.#revisions.size > MAX_REMEMBERED) this.forget(this.seen)
  }

  /** Knows nothing of what was before. */
  forget(seen: number): void {
    this.#revisions.clear()
    this.#since = seen
    this.seen = seen
  }

  /**
   * @param page as it was rendered at `page.revision`
   * @param asOf a revision up to which it needs no judging
   */
  staleness(page: { tags: readonly string[]; revision: number }, asOf: number): Staleness {
    // Too long ago to be known: the database must say.
    if (asOf < this.#since) return 'withdrawn'
    return stalenessBy(page.tags.filter((fact) => (this.#revisions.get(fact) ?? 0) > page.revision))
  }
}
