// The stored pages in Postgres: taken when they are fresh, made by one process at a time when they are not.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Staleness } from './changes'
import { checksumOf, exact, plainOf, type HeaderList, type Page } from './page'

/** Renders hold one connection each, since a lock belongs to a transaction; the others take pages. */
const CONNECTIONS = 8
const CONNECT_MS = 2000
const QUERY_MS = 5000

/** How long to wait for a page that another process makes, and how often to look. */
const LOCK_MS = 10_000
const LOOK_EVERY_MS = 30

/** Any number, so that these locks are not taken for somebody else's. */
const LOCK = 190_700

/** Is a page's revision older than one of its facts? One statement, hence one moment. */
const FRESHNESS = `
  left join lateral (
    select count(*) > 0 as changed, coalesce(bool_or(f.fact like 'path:%'), false) as withdrawn
    from page_facts f where f.fact = any (p.facts) and f.revision > p.revision
  ) c on true`

const LOAD = `
  select s.revision as as_of, c.*, p.* from site_revision s
  left join stored_pages p on p.address = $1 and p.build = $2 ${FRESHNESS}`

const COLUMNS =
  'status headers plain gzip br etag last_modified facts revision build checksum'.split(' ')

/** Bytes that did not change keep their date; others get a later one, even within the same second. */
const STORE = `
  with p as (
    insert into stored_pages as old (address, ${COLUMNS.join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, date_trunc('second', now()), $8, $9, $10, $11)
    on conflict (address) do update set ${COLUMNS.map((column) =>
      column === 'last_modified'
        ? `last_modified = case when old.etag = excluded.etag then old.last_modified
             else greatest(excluded.last_modified, old.last_modified + interval '1 second') end`
        : `${column} = excluded.${column}`,
    ).join(', ')}
    returning *
  )
  select s.revision as as_of, c.*, p.last_modified from site_revision s cross join p ${FRESHNESS}`

/** What the database says about one address at one moment. */
export interface Found {
  page?: Page
  /** Of the page; `withdrawn` when there is none. */
  staleness: Staleness
  /** The site's revision at that moment. */
  asOf: number
}

interface Row {
  as_of: string
  changed: boolean
  withdrawn: boolean
  last_modified: Date
}

interface PageRow extends Row {
  address: string | null
  status: number
  headers: HeaderList
  plain: Buffer
  gzip: Buffer | null
  br: Buffer | null
  etag: string
  facts: string[]
  revision: string
  checksum: string
}

const stalenessOf = ({ changed, withdrawn }: Row): Staleness =>
  withdrawn ? 'withdrawn' : changed ? 'changed' : 'fresh'

/** One address, locked against every other process until its transaction ends. */
export interface Held {
  load(): Promise<Found>
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
    })
    // A server that goes away ends connections with an error event; unheard, it would end the process.
    this.#pool.on('error', () => undefined)
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
  }

  load(address: string): Promise<Found> {
    return this.#load(this.#pool, address)
  }

  /**
   * Runs `make` as the only process that makes this page.
   * @param orElse what to do instead when another process does; without it, waits for that one
   */
  async hold<T>(address: string, make: (held: Held) => Promise<T>, orElse?: () => T): Promise<T> {
    const client = await this.#pool.connect()
    let failed = true
    try {
      await client.query('begin')
      const isMine =
        (await tryLock(client, address)) || (!orElse && (await waitForLock(client, address)))
      const result = isMine || !orElse ? await make(this.#held(client, address)) : orElse()
      await client.query('commit')
      failed = false
      return result
    } finally {
      // A connection of unknown state is closed, which also gives the lock back.
      client.release(failed)
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  #held(client: pg.PoolClient, address: string): Held {
    return {
      load: () => this.#load(client, address),
      store: async (page) => {
        const { rows } = await client.query<Row>(STORE, [
          ...valuesOf(page),
          this.#build,
          checksumOf(page),
        ])
        const [row] = rows
        if (!row) throw new Error('The site has no revision.')
        return {
          page: { ...page, lastModified: row.last_modified },
          staleness: stalenessOf(row),
          asOf: Number(row.as_of),
        }
      },
      remove: async () => {
        await client.query('delete from stored_pages where address = $1', [address])
      },
    }
  }

  async #load(client: pg.Pool | pg.PoolClient, address: string): Promise<Found> {
    const { rows } = await client.query<PageRow>(LOAD, [address, this.#build])
    const [row] = rows
    if (!row) throw new Error('The site has no revision.')
    const page = pageIn(row)
    return { page, staleness: page ? stalenessOf(row) : 'withdrawn', asOf: Number(row.as_of) }
  }
}

async function tryLock(client: pg.PoolClient, address: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, $2)) as taken',
    [address, LOCK],
  )
  return rows[0]?.taken === true
}

/** False when the other process is stuck: the lock saves work, nothing depends on it. */
async function waitForLock(client: pg.PoolClient, address: string): Promise<boolean> {
  const end = performance.now() + LOCK_MS
  while (performance.now() < end) {
    await sleep(LOOK_EVERY_MS)
    if (await tryLock(client, address)) return true
  }
  return false
}

const valuesOf = ({ address, status, headers, bodies, etag, facts, revision }: Page): unknown[] => [
  ...[address, status, JSON.stringify(headers)],
  ...[plainOf(bodies), bodies.gzip ?? null, bodies.br ?? null],
  ...[etag, facts, revision],
]

/** Undefined when there is none, or when what is there is not what was stored. */
function pageIn(row: PageRow): Page | undefined {
  if (row.address === null) return undefined
  const { address, status, headers, etag, facts } = row
  const bodies = {
    plain: exact(row.plain),
    gzip: row.gzip ? exact(row.gzip) : undefined,
    br: row.br ? exact(row.br) : undefined,
  }
  const revision = Number(row.revision)
  const page = {
    address,
    status,
    headers,
    bodies,
    etag,
    facts,
    revision,
    lastModified: row.last_modified,
  }
  return checksumOf(page) === row.checksum ? page : undefined
}
