// Connections of the server as Node keeps them: which one is in the middle of an answer, and which one only waits.
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Node's own note of the answer that a connection is giving; none while it waits for a request. */
type Connection = Duplex & { _httpMessage?: ServerResponse | null }

/** A refusal in the middle of an answer would be read as a part of it. */
export const isAnswering = (connection: Connection): boolean =>
  connection._httpMessage?.headersSent === true

/** The first request of a connection is on its way for this time, in milliseconds: cutting it off would lose what it says. */
const ON_ITS_WAY_MS = 1000

/**
 * Makes the server close only connections that wait, whenever it closes idle ones. Node takes an answer for given as soon as
 * its last byte was written, and so cuts off clients that are slow to take it.
 */
export function closeOnlyWaiting(server: Server): void {
  /** From when each may be taken to wait, while it is not answered. */
  const open = new Map<Connection, number>()
  server.on('connection', (connection: Connection) => {
    open.set(connection, performance.now() + ON_ITS_WAY_MS)
    connection.once('close', () => open.delete(connection))
  })
  server.on('request', ({ socket }) => open.set(socket, 0))
  server.closeIdleConnections = () => {
    const now = performance.now()
    for (const [connection, from] of open)
      if (!connection._httpMessage && from <= now) connection.destroy()
  }
}
