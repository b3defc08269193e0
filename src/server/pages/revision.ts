// Learns at once that pages have changed, and makes certain that this process has missed nothing.
//
// One connection listens and is asked for the site's revision a few times a second, so that silence is noticed. What was
// asked within the last second is certain. Otherwise every answer first asks, over a second connection. When that cannot be
// asked either, the database is away, and readers get what memory has until it is back and everything missed is known.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Change } from './changes'
import { DedicatedConnection } from './dedicatedConnection'

const BEAT_MS = 300

/** A page that another process withdraws is gone here after this time, in milliseconds, even when no word of it comes. */
const CERTAIN_MS = 900

/** More changes than this at once, and memory is emptied instead. */
const MAX_CHANGES = 50_000

const CHANGES_SINCE = `
  select s.revision, f.fact, f.revision as changed from site_revision s
  left join lateral (select * from page_facts where revision > $1 limit ${MAX_CHANGES + 1}) f on true`

interface Row {
  /** bigint, which arrives as text */
  revision: string
  fact: string | null
  changed: string
}

/** Is told of changes. */
export interface Listener {
  /** Every change up to revision `seen`; called also when there is none. */
  learn(changes: readonly Change[], seen: number): void
  /** Nothing that was known holds any longer: the database went back, or too much has changed. */
  forget(seen: number): void
}

export class Revision {
  readonly #listener: Listener
  readonly #hearing: DedicatedConnection
  readonly #asking: DedicatedConnection
  readonly #stopped = new AbortController()
  #seen: number | undefined
  #seenAt = 0
  #certainUntil = 0
  #doubtedAt = 0
  #writes = 0
  #silent = false
  #wasAway = false
  #current: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(connectionString: string, listener: Listener) {
    this.#listener = listener
    const heard = () => void this.#askDatabase(this.#hearing).catch(() => undefined)
    this.#hearing = new DedicatedConnection({
      connectionString,
      listen: { channel: 'site_revision', heard },
    })
    this.#asking = new DedicatedConnection({ connectionString })
  }

  /** Asks for the first time; from then on it asks again and again until it is stopped. */
  async start(): Promise<void> {
    await this.verify()
    for (const line of [this.#hearing, this.#asking]) void this.#keepAsking(line)
  }

  stop(): void {
    this.#stopped.abort()
    this.#hearing.close()
    this.#asking.close()
  }

  /** Whether memory may be trusted without asking. */
  isCertain(): boolean {
    return this.#writes === 0 && performance.now() < this.#certainUntil
  }

  /** The database can be neither heard nor asked. */
  get away(): boolean {
    return this.#silent && performance.now() >= this.#certainUntil
  }

  /**
   * Asks a question that begins now, shared by all callers that wait for one. Never fails: afterwards memory is up to date, or the
   * database is `away`. While it is, no caller waits: asking goes on in the background.
   */
  async verify(): Promise<void> {
    // A question under way may be too old for this caller: it is the next one that counts.
    this.#next ??= (this.#current ?? Promise.resolve()).then(() => {
      this.#current = this.#next
      this.#next = undefined
      return this.away ? undefined : this.#askDatabase(this.#asking).catch(() => undefined)
    })
    if (!this.away) await this.#next
  }

  /** Something that may change pages passes through this process: until the returned function is called nothing is certain. */
  expectWrite(): () => void {
    this.#writes += 1
    return () => {
      this.#writes -= 1
      this.#doubtedAt = performance.now()
      this.#certainUntil = 0
    }
  }

  /** @throws when the line gives no answer */
  async #askDatabase(line: DedicatedConnection): Promise<void> {
    const askedAt = performance.now()
    const rows = await line
      .query<Row>(CHANGES_SINCE, [this.#seen ?? null])
      .catch((error: unknown) => {
        if (line === this.#asking) this.#silent = true
        throw error
      })
    this.#applyChanges(rows, askedAt)
    this.#silent = false
    if (askedAt >= this.#doubtedAt)
      this.#certainUntil = Math.max(this.#certainUntil, askedAt + CERTAIN_MS)
  }

  /** Two lines may answer out of order: what is older than what is known says nothing new. */
  #applyChanges(rows: Row[], askedAt: number): void {
    const revision = Number(rows[0]?.revision ?? 0)
    const known = this.#seen ?? Infinity
    // A database that was restored, or lost its last commits with its primary, numbers them again.
    const wentBack = revision < known && askedAt > this.#seenAt
    if (wentBack || rows.length > MAX_CHANGES) this.#listener.forget(revision)
    else if (revision >= known) this.#listener.learn(changesIn(rows), revision)
    else return
    if (revision !== known) this.#seenAt = performance.now()
    this.#seen = revision
  }

  /** Operators want to know when it began and when it ended, not each of its moments. */
  #reportAway(): void {
    if (this.away === this.#wasAway) return
    this.#wasAway = this.away
    console.error(
      this.away
        ? 'The database is away; readers get the pages that are in memory.'
        : 'The database is back.',
    )
  }

  async #keepAsking(line: DedicatedConnection): Promise<void> {
    const { signal } = this.#stopped
    while (!signal.aborted) {
      await this.#askDatabase(line).catch(() => undefined)
      this.#reportAway()
      await sleep(BEAT_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
}

const changesIn = (rows: readonly Row[]): Change[] =>
  rows.flatMap(({ fact, changed }) => (fact === null ? [] : [{ fact, revision: Number(changed) }]))
