// Finds the page at an address: in memory, else in the database, else by rendering it, once however many wait for it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { RenderedAnswer } from './renderInProcess'
import { toStoredPage, type Policy } from './toStoredPage'
import { copyOf, type Copy, type Memory } from './memory'
import type { Revision } from './revision'
import { QueueFull, Semaphore } from './semaphore'
import type { LockedPage, StoredPages } from './storedPages'
import type { Found } from './storedRows'

/** There is nothing that could be given: the database is away, or there is too much to do. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

interface Options {
  memory: Memory
  /** Addresses at which nothing is: known for a while, never stored, so that they cannot push out pages. */
  misses: Memory
  revision: Revision
  stored: StoredPages
  policy: Policy
  /** Renders an address. */
  render: (address: string) => Promise<RenderedAnswer>
}

/** Rendering is work for the processor, of which Node uses one. */
const RENDERS = 4
const LOADS = 4
const MAX_WAITING = 10_000

/** After this time a reader gets the page as it was, if it may still be given. */
const PATIENCE_MS = 3000

/** A page that is withdrawn again and again while it is being made. */
const MAX_TRIES = 3

const toUnavailable = (address: string, cause: unknown) =>
  new Unavailable(`${address} cannot be given now.`, { cause })

export class Pages {
  readonly #options: Options
  readonly #making = new Map<string, Promise<Copy>>()
  readonly #renders = new Semaphore(RENDERS, MAX_WAITING)
  readonly #loads = new Semaphore(LOADS, MAX_WAITING)

  constructor(options: Options) {
    this.#options = options
  }

  /** The page in memory, when it may be given without asking the database. */
  findFresh(address: string): Copy | undefined {
    if (!this.#options.revision.isCertain()) return undefined
    const copy = this.#findCopy(address)
    return copy?.staleness === 'fresh' ? copy : undefined
  }

  /**
   * The page, or whatever else the site answers there.
   * @throws Unavailable
   */
  async find(address: string): Promise<Copy> {
    const { revision } = this.#options
    if (!revision.isCertain()) await revision.verify()
    let failure: unknown
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      try {
        const copy = await this.#findOnce(address)
        if (copy.staleness !== 'withdrawn') return copy
      } catch (error) {
        // A connection that breaks says nothing about the database: another one may do.
        if (failure || revision.away || error instanceof QueueFull)
          throw toUnavailable(address, error)
        failure = error
      }
    }
    throw toUnavailable(address, failure)
  }

  /** A file of the build: stored in memory alone, since every process has it. */
  async findFile(address: string): Promise<Copy> {
    const { memory, policy, render } = this.#options
    const copy = memory.get(address)
    if (copy) return copy
    const { page, cacheability } = await toStoredPage(address, await render(address), policy)
    return cacheability === 'file' ? memory.store(page, Infinity) : copyOf(page)
  }

  #findCopy(address: string): Copy | undefined {
    const { memory, misses } = this.#options
    return memory.get(address) ?? misses.get(address)
  }

  async #findOnce(address: string): Promise<Copy> {
    const copy = this.#findCopy(address)
    if (copy?.staleness === 'fresh') return copy
    const making = this.#making.get(address)
    const isChanged = copy?.staleness === 'changed'
    if (isChanged && (making || this.#options.revision.away)) return copy
    this.#requireDatabase()
    const made = making ?? this.#makePage(address)
    try {
      if (!isChanged) return await made
      const inTime = await Promise.race([made, sleep(PATIENCE_MS, undefined, { ref: false })])
      return inTime ?? this.#findGivable(address) ?? (await made)
    } catch (error) {
      const old = this.#findGivable(address)
      if (old) return old
      throw error
    }
  }

  /** The page in memory now: it may have been withdrawn since it was looked at. */
  #findGivable(address: string): Copy | undefined {
    const copy = this.#findCopy(address)
    return copy?.staleness === 'withdrawn' ? undefined : copy
  }

  #makePage(address: string): Promise<Copy> {
    const making = this.#loadOrRender(address).finally(() => this.#making.delete(address))
    this.#making.set(address, making)
    return making
  }

  async #loadOrRender(address: string): Promise<Copy> {
    const { stored } = this.#options
    const loaded = this.#storeFound(await this.#inTurn(this.#loads, () => stored.load(address)))
    if (loaded?.staleness === 'fresh') return loaded
    const old = loaded?.staleness === 'changed' ? loaded : undefined
    return this.#inTurn(this.#renders, () =>
      stored.withLock(
        address,
        async (held) => {
          const again = this.#storeFound(held.found)
          return again?.staleness === 'fresh' ? again : this.#render(address, held, old)
        },
        old && (() => old),
      ),
    )
  }

  /** Work that waited checks again at its turn that the database is not away. */
  #inTurn<T>(slots: Semaphore, work: () => Promise<T>): Promise<T> {
    return slots.run(() => {
      this.#requireDatabase()
      return work()
    })
  }

  #requireDatabase(): void {
    if (this.#options.revision.away) throw new Error('The database is away.')
  }

  #storeFound({ page, asOf, staleness }: Found): Copy | undefined {
    return page && this.#options.memory.store(page, asOf, staleness)
  }

  async #render(address: string, held: LockedPage, old: Copy | undefined): Promise<Copy> {
    const { memory, misses, policy, render } = this.#options
    const { page, cacheability } = await toStoredPage(address, await render(address), policy)
    if (page.status >= 500) return old ?? copyOf(page)
    if (cacheability === 'stored') {
      misses.remove(address)
      const found = await held.store(page)
      return memory.store(found.page, found.asOf, found.staleness)
    }
    memory.remove(address)
    if (held.found.page) await held.remove()
    return cacheability === 'missing' ? misses.store(page, page.revision) : copyOf(page)
  }
}
