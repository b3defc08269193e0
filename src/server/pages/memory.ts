// Stores pages in this process, as many as a number of bytes allows, and tells of each whether it may still be given.
import { LRUCache } from 'lru-cache'
import type { Representations } from '../http/answer'
import { type Change, Changes, stalenessBy, type Staleness } from './changes'
import { plainBodyOf, type Page } from '../page'

/** A page in memory. */
export interface Copy {
  readonly page: Page
  staleness: Staleness
  /** The answers that were prepared from it. */
  readonly prepared: Representations
}

/** A copy that is not stored in memory. */
export const copyOf = (page: Page, staleness: Staleness = 'fresh'): Copy => ({
  page,
  staleness,
  prepared: {},
})

/** What a copy takes beside its bodies: objects, headers, its places in the index. */
const BYTES_OF_COPY = 4000
const BYTES_OF_TAG = 150

const sizeOf = ({ page: { bodies, tags } }: Copy): number =>
  [bodies.plain, bodies.gzip, bodies.br].reduce((sum, body) => sum + (body?.length ?? 0), 0) +
  tags.length * BYTES_OF_TAG +
  BYTES_OF_COPY

export class Memory {
  readonly #changes = new Changes()
  readonly #copies: LRUCache<string, Copy>
  readonly #byTag = new Map<string, Set<Copy>>()

  /** @param bytes how much it may take */
  constructor(bytes: number) {
    this.#copies = new LRUCache<string, Copy>({
      maxSize: Math.max(bytes, 1),
      sizeCalculation: sizeOf,
      dispose: (copy) => this.#removeFromIndex(copy),
    })
  }

  get(address: string): Copy | undefined {
    return this.#copies.get(address)
  }

  get bytes(): number {
    return this.#copies.calculatedSize
  }

  /**
   * @param asOf a revision at which the page was as `staleness` says
   * @returns the copy, also when it is too large to be stored
   */
  store(page: Page, asOf: number, staleness: Staleness = 'fresh'): Copy {
    const { plain, gzip, br } = page.bodies
    const since = this.#changes.staleness(page, asOf)
    return this.#storeCopy(
      { ...page, bodies: gzip ? { gzip, br } : { plain } },
      since === 'fresh' ? staleness : since,
    )
  }

  /** Stores the plain body from now on, if the copy is stored: a client without compression wants it. */
  cachePlainBody(copy: Copy): Copy {
    const { page, staleness } = copy
    if (this.#copies.peek(page.address) !== copy) return copy
    return this.#storeCopy(
      { ...page, bodies: { ...page.bodies, plain: plainBodyOf(page.bodies) } },
      staleness,
    )
  }

  remove(address: string): void {
    this.#copies.delete(address)
  }

  learn(changes: readonly Change[], seen: number): void {
    this.#changes.learn(changes, seen)
    for (const { fact: tag, revision } of changes)
      for (const copy of this.#byTag.get(tag) ?? [])
        if (revision > copy.page.revision && copy.staleness !== 'withdrawn')
          copy.staleness = stalenessBy([tag])
  }

  forget(seen: number): void {
    this.#copies.clear()
    this.#changes.forget(seen)
  }

  #storeCopy(page: Page, staleness: Staleness): Copy {
    const copy = copyOf(page, staleness)
    this.#copies.set(page.address, copy)
    // A page that is larger than all of memory is not stored.
    if (this.#copies.peek(page.address) === copy) this.#addToIndex(copy)
    return copy
  }

  #addToIndex(copy: Copy): void {
    for (const tag of copy.page.tags) {
      const copies = this.#byTag.get(tag)
      if (copies) copies.add(copy)
      else this.#byTag.set(tag, new Set([copy]))
    }
  }

  #removeFromIndex(copy: Copy): void {
    for (const tag of copy.page.tags) {
      const copies = this.#byTag.get(tag)
      copies?.delete(copy)
      if (copies?.size === 0) this.#byTag.delete(tag)
    }
  }
}
