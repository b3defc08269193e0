// The page at an address: from memory, else from the database, else rendered, once however many wait for it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { InnerAnswer } from './inner'
import { fileFrom, pageFrom, type Policy } from './made'
import type { Copy, Memory } from './memory'
import type { Revision } from './revision'
import { Slots } from './slots'
import type { Found, Held, StoredPages } from './storedPages'

/** A stored page, or an answer of this moment that is not stored. */
export type Outcome = { copy: Copy } | { passed: InnerAnswer }

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
  render: (address: string) => Promise<InnerAnswer>
}

/** Rendering is work for the processor, of which Node uses one. */
const RENDERS = 4
const LOADS = 4
const MOST_WAITING = 10_000

/** After this time a reader gets the page as it was, if it may still be given. */
const PATIENCE_MS = 3000

/** A page that is withdrawn again and again while it is being made. */
const MOST_TRIES = 3

export class Pages {
  readonly #options: Options
  readonly #making = new Map<string, Promise<Outcome>>()
  readonly #renders = new Slots(RENDERS, MOST_WAITING)
  readonly #loads = new Slots(LOADS, MOST_WAITING)

  constructor(options: Options) {
    this.#options = options
  }

  /** What memory has and may be given without asking anybody. */
  known(address: string): Copy | undefined {
    if (!this.#options.revision.isCertain()) return undefined
    const copy = this.#copy(address)
    return copy?.staleness === 'fresh' ? copy : undefined
  }

  /** @throws Unavailable */
  async find(address: string): Promise<Outcome> {
    const { revision } = this.#options
    if (!revision.isCertain()) await revision.verify()
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const outcome = await this.#findOnce(address)
      if ('passed' in outcome || outcome.copy.staleness !== 'withdrawn') return outcome
    }
    throw new Unavailable(`${address} changes too often.`)
  }

  /** A file of the build: kept in memory alone, since every process has it. */
  async file(address: string): Promise<Outcome> {
    const { memory, policy, render } = this.#options
    const copy = memory.get(address)
    if (copy) return { copy }
    const answer = await render(address)
    const page = await fileFrom(address, answer, policy.https)
    return page ? { copy: memory.keep(page, Infinity) } : { passed: answer }
  }

  #copy(address: string): Copy | undefined {
    const { memory, misses } = this.#options
    return memory.get(address) ?? misses.get(address)
  }

  async #findOnce(address: string): Promise<Outcome> {
    const copy = this.#copy(address)
    if (copy?.staleness === 'fresh') return { copy }
    const old = copy?.staleness === 'changed' ? { copy } : undefined
    const making = this.#making.get(address)
    if (old && (making || this.#options.revision.away)) return old
    if (this.#options.revision.away) throw new Unavailable('The database is away.')
    try {
      const made = making ?? this.#make(address, old)
      return await (old ? Promise.race([made, sleep(PATIENCE_MS, old, { ref: false })]) : made)
    } catch (error) {
      if (old) return old
      throw new Unavailable(`${address} could not be made.`, { cause: error })
    }
  }

  #make(address: string, old: Outcome | undefined): Promise<Outcome> {
    const making = this.#loadOrRender(address, old).finally(() => this.#making.delete(address))
    this.#making.set(address, making)
    return making
  }

  async #loadOrRender(address: string, known: Outcome | undefined): Promise<Outcome> {
    const { stored } = this.#options
    const loaded = this.#take(await this.#loads.run(() => stored.load(address)))
    if (loaded?.copy.staleness === 'fresh') return loaded
    const old = loaded?.copy.staleness === 'changed' ? loaded : known
    return this.#renders.run(() =>
      stored.hold(
        address,
        async (held) => {
          const again = this.#take(await held.load())
          return again?.copy.staleness === 'fresh' ? again : this.#render(address, held, old)
        },
        old && (() => old),
      ),
    )
  }

  #take({ page, asOf, staleness }: Found): { copy: Copy } | undefined {
    return page && { copy: this.#options.memory.keep(page, asOf, staleness) }
  }

  async #render(address: string, held: Held, old: Outcome | undefined): Promise<Outcome> {
    const { memory, misses, policy, render } = this.#options
    const answer = await render(address)
    if (answer.status >= 500) return old ?? { passed: answer }
    const page = await pageFrom(address, answer, policy)
    const isMiss = page?.status === 404
    if (page && !isMiss) {
      misses.remove(address)
      const stored = this.#take(await held.store(page))
      if (stored) return stored
    }
    await held.remove()
    memory.remove(address)
    return page ? { copy: misses.keep(page, page.revision) } : { passed: answer }
  }
}
