// Loads the stored pages from Postgres when they are fresh, and lets one process at a time make them when they are not.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { dropIdle } from '../../database/idleConnections'
import { checksumOf, type Page } from '../page'
import {
  toFound,
  LOAD,
  LOCK_AND_LOAD,
  NO_REVISION,
  stalenessOf,
  STORE,
  UNLOCK,
  valuesOf,
  type Found,
  type PageRow,
  type Row,
} from './storedRows'

/** Renders hold one connection each, since a lock belongs to a transaction; the others take pages. */
const CONNECTIONS = 8
const CONNECT_MS = 2000
const QUERY_MS = 5000
/** To look for a page costs no work: a server that is silent for this long is away. */
const LOOK_MS = 2000

/** How long to wait for a page that another process makes, and how often to look. */
const LOCK_MS = 10_000
const LOOK_EVERY_MS = 30

/** One address, locked against every other process. */
export interface LockedPage {
  /** What was there when the lock was taken. */
  found: Found
  store(page: Page): Promise<Found & { page: Page }>
  remove(): Promise<void>
}

export class StoredPages {
  readonly #pool: pg.Pool
  readonly #build: string

  /** @param build pages of another one are as good as none */
  constructor(connectionString: string, build: string) {
    this.#build = build
    this.#pool = new pg.Pool({
      connectionString,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      // What a crash of the server may lose here is rendered again. As a parameter of the connection, a pooler would refuse it.
      onConnect: async (client) => {
        client.on('error', () => undefined)
        await client.query('set synchronous_commit = off')
      },
    })
    // A server that goes away ends connections with an error event; unheard, it would end the process.
    this.#pool.on('error', () => undefined)
  }

  async load(address: string): Promise<Found> {
    try {
      const { rows } = await this.#pool.query<PageRow>(quickQuery(LOAD, [address, this.#build]))
      return toFound(rows)
    } catch (error) {
      await dropIdle(this.#pool)
      throw error
    }
  }

  /**
   * Runs `make` as the only process that makes this page.
   * @param orElse what to do instead when another process does; without it, waits for that one
   */
  async withLock<T>(
    address: string,
    make: (held: LockedPage) => Promise<T>,
    orElse?: () => T,
  ): Promise<T> {
    const client = await this.#pool.connect()
    try {
      let locked = await this.#lock(client, address)
      if (!locked.taken && orElse) {
        client.release()
        return orElse()
      }
      // A process that holds it longer than this is stuck: the lock saves work, nothing depends on it.
      const end = performance.now() + LOCK_MS
      while (!locked.taken && performance.now() < end) {
        await sleep(LOOK_EVERY_MS)
        locked = await this.#lock(client, address)
      }
      const result = await make(this.#lockedPage(client, address, locked.found))
      // Not awaited: the page is ready.
      if (locked.taken) void releaseLock(client, address)
      else client.release()
      return result
    } catch (error) {
      // A connection of unknown state is closed, which also gives the lock back.
      client.release(true)
      await dropIdle(this.#pool)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #lock(client: pg.PoolClient, address: string): Promise<{ taken: boolean; found: Found }> {
    const { rows } = await client.query<PageRow>(quickQuery(LOCK_AND_LOAD, [address, this.#build]))
    return { taken: rows[0]?.taken === true, found: toFound(rows) }
  }

  #lockedPage(client: pg.PoolClient, address: string, found: Found): LockedPage {
    return {
      found,
      store: async (page) => {
        const values = [...valuesOf(page), this.#build, checksumOf(page)]
        const [row] = (await client.query<Row>(STORE, values)).rows
        if (!row) throw new Error(NO_REVISION)
        const lastModified = row.last_modified
        return {
          page: { ...page, lastModified },
          staleness: stalenessOf(row),
          asOf: Number(row.as_of),
        }
      },
      remove: async () => {
        await client.query('delete from stored_pages where address = $1', [address])
      },
    }
  }
}

const quickQuery = (text: string, values: unknown[]): pg.QueryConfig =>
  ({ text, values, query_timeout: LOOK_MS }) as pg.QueryConfig

async function releaseLock(client: pg.PoolClient, address: string): Promise<void> {
  try {
    await client.query(UNLOCK, [address])
    client.release()
  } catch {
    client.release(true)
  }
}
