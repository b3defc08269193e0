// Tells a shared cache in front (a CDN) the tags that have changed, after the commit, from one process, until the cache
// accepts them.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { signedTag } from '../../cacheTagHeaders'

/** Where to tell it. */
export interface PurgeHook {
  url: string
  /** Sent as `Authorization: Bearer …`. */
  token?: string
}

/** As many tags as Cloudflare takes in one call. */
const TAGS_AT_ONCE = 30

/** More than this, and the cache is asked to forget everything. */
const MAX_TAGS = 3000

const ANSWER_MS = 10_000
/** After a failure, and for what a process that was killed left undone. */
const AGAIN_MS = 5000

/** By then no instance gives an old page any more: what the cache took from one meanwhile is forgotten by telling it again. */
const SETTLED_MS = 1500

const NEXT_TURN = 'select revision from purges for update skip locked'
const CHANGED = 'select fact, revision from page_facts where revision > $1'

interface Changed {
  fact: string
  revision: string
}

export class Purges {
  readonly #connectionString: string
  readonly #hook: PurgeHook
  readonly #stopped = new AbortController()
  #wake = new AbortController()

  constructor(connectionString: string, hook: PurgeHook) {
    this.#connectionString = connectionString
    this.#hook = hook
  }

  /** Something has changed. */
  due(): void {
    this.#wake.abort()
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Runs until it is stopped; it is not awaited. */
  async run(): Promise<void> {
    const { signal } = this.#stopped
    while (!signal.aborted) {
      this.#wake = new AbortController()
      const woken = this.#wake.signal
      const failed = await this.#purge().then(
        () => false,
        (error: unknown) => {
          if (!signal.aborted)
            console.error('The shared cache was not told of changes; trying again.', error)
          return true
        },
      )
      const until = failed ? signal : AbortSignal.any([signal, woken])
      await sleep(AGAIN_MS, undefined, { signal: until, ref: false }).catch(() => undefined)
    }
  }

  /** The tags that were sent are noted in the same transaction that locks other processes out. */
  async #purge(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#connectionString })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.query('begin')
      const [turn] = (await client.query<{ revision: string }>(NEXT_TURN)).rows
      if (turn) {
        const { rows } = await client.query<Changed>(CHANGED, [turn.revision])
        const tags = rows.map(({ fact }) => signedTag(fact))
        await this.#sendTags(tags)
        if (tags.length > 0) {
          await sleep(SETTLED_MS, undefined, { signal: this.#stopped.signal, ref: false })
          await this.#sendTags(tags)
        }
        const last = Math.max(
          Number(turn.revision),
          ...rows.map(({ revision }) => Number(revision)),
        )
        await client.query('update purges set revision = $1', [last])
      }
      await client.query('commit')
    } finally {
      await client.end()
    }
  }

  async #sendTags(tags: string[]): Promise<void> {
    if (tags.length > MAX_TAGS) return this.#postPurge({ purge_everything: true })
    for (let at = 0; at < tags.length; at += TAGS_AT_ONCE)
      await this.#postPurge({ tags: tags.slice(at, at + TAGS_AT_ONCE) })
  }

  async #postPurge(body: object): Promise<void> {
    const { url, token } = this.#hook
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ANSWER_MS)]),
    })
    if (!response.ok) throw new Error(`${new URL(url).origin} answered ${response.status}.`)
  }
}
