// Tracks the server's connections: those in the middle of an answer, and those that only wait.
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Node's own note of the answer that a connection is giving; none while it waits for a request. */
type Connection = Duplex & { _httpMessage?: ServerResponse | null }

/** A refusal in the middle of an answer would be read as a part of it. */
export const isAnswering = (connection: Connection): boolean =>
  connection._httpMessage?.headersSent === true

/**
 * A request may be on its way for this time, in milliseconds: the first after the connection was opened, and, once the server
 * stops, the next after an answer. Cutting it off would lose what it says, and a proxy does not send a save twice.
 */
const ON_ITS_WAY_MS = 1000

/**
 * Makes the server close only connections that wait, whenever it closes idle ones. Node takes an answer for given as soon as
 * its last byte was written, and so cuts off clients that are slow to take it.
 */
export class Connections {
  /** From when each may be taken to wait. */
  readonly #open = new Map<Connection, number>()
  #patience = 0

  constructor(server: Server) {
    server.on('request', ({ socket }) => this.waits(socket))
    server.closeIdleConnections = () => this.#closeWaiting()
    server.closeAllConnections = () => {
      for (const connection of this.#open.keys()) connection.destroy()
    }
  }

  /** A request may be on its way. */
  opened(connection: Connection): void {
    if (!this.#open.has(connection)) connection.once('close', () => this.#open.delete(connection))
    this.#open.set(connection, performance.now() + ON_ITS_WAY_MS)
  }

  /** It has asked, and what it gets is looked for. */
  working(connection: Connection): void {
    this.#open.set(connection, Infinity)
  }

  /** It waits as soon as it has taken its answer. */
  waits(connection: Connection): void {
    this.#open.set(connection, performance.now())
  }

  /** From now on those that had an answer lately may ask once more. */
  drain(): void {
    this.#patience = ON_ITS_WAY_MS
  }

  #closeWaiting(): void {
    const latest = performance.now() - this.#patience
    for (const [connection, from] of this.#open)
      if (from <= latest && !connection._httpMessage && connection.writableLength === 0)
        connection.destroy()
  }
}
