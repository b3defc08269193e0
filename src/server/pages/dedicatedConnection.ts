// Opens one connection to Postgres of its own, for short questions that must be answered at once or not at all.
import { setImmediate, setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** A server that does not answer a question this small within this time counts as away. */
const PATIENCE_MS = 1000

interface Options {
  connectionString: string
  /** The channel to listen on, and what to call then. */
  listen?: { channel: string; heard: () => void }
}

/** Opens at the first question; after a failure, again at the next one. */
export class DedicatedConnection {
  readonly #options: Options
  #client: Promise<pg.Client> | undefined
  #isClosed = false
  /** The question before the next one. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * One question at a time. An open connection that fails says nothing about the server: then a new one is tried.
   * @throws when the server refuses, breaks off or is silent
   */
  query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const asked = this.#turn.then(() => this.#queryTwice<Row>(text, values))
    this.#turn = asked.catch(() => undefined)
    return asked
  }

  close(): void {
    this.#isClosed = true
    this.#client?.then(dropConnection, () => undefined)
  }

  async #queryTwice<Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[],
  ): Promise<Row[]> {
    const isOpen = this.#client !== undefined
    try {
      return await this.#queryOnce<Row>(text, values)
    } catch (error) {
      if (!isOpen) throw error
      return this.#queryOnce<Row>(text, values)
    }
  }

  async #queryOnce<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const opened = (this.#client ??= this.#open())
    try {
      const answered = opened.then((client) => client.query<Row>(text, values))
      return (await withinPatience(answered)).rows
    } catch (error) {
      if (this.#client === opened) this.#client = undefined
      opened.then(dropConnection, () => undefined)
      throw error
    }
  }

  async #open(): Promise<pg.Client> {
    if (this.#isClosed) throw new Error('This line is closed.')
    const { connectionString, listen } = this.#options
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
    })
    // The next query finds out; unheard, the event would end the process.
    client.on('error', () => undefined)
    await client.connect()
    if (listen) {
      client.on('notification', listen.heard)
      await client.query(`listen ${client.escapeIdentifier(listen.channel)}`)
    }
    return client
  }
}

/** A process that was held up finds its answer waiting: it is read before the time counts as over. */
async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  const late = new AbortController()
  const silence = async (): Promise<never> => {
    await setTimeout(PATIENCE_MS, undefined, { signal: late.signal, ref: false })
    await setImmediate()
    throw new Error('Postgres did not answer.')
  }
  try {
    return await Promise.race([answer, silence()])
  } finally {
    late.abort()
  }
}

/** A connection in the middle of a question is cut; waiting for it could take for ever. */
function dropConnection(client: pg.Client): void {
  client.end().catch(() => undefined)
}
