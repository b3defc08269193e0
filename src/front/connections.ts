// Connections of the server as Node keeps them: which one is in the middle of an answer, and which one only waits.
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Node's own note of the answer that a connection is giving; none while it waits for a request. */
type Connection = Duplex & { _httpMessage?: ServerResponse | null }

/** A refusal in the middle of an answer would be read as a part of it. */
export const isAnswering = (connection: Connection): boolean =>
  connection._httpMessage?.headersSent === true

/**
 * Makes the server close only connections that wait, whenever it closes idle ones. Node takes an answer for given as soon as
 * its last byte was written, and so cuts off clients that are slow to take it.
 */
export function closeOnlyWaiting(server: Server): void {
  const open = new Set<Connection>()
  server.on('connection', (connection: Connection) => {
    open.add(connection)
    connection.once('close', () => open.delete(connection))
  })
  server.closeIdleConnections = () => {
    for (const connection of open) if (!connection._httpMessage) connection.destroy()
  }
}
