// The connections behind Payload's Postgres adapter, for what its own interface cannot say.
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapter } from 'payload'
import type { Client, ClientBase } from 'pg'

export const poolOf = (db: DatabaseAdapter): PostgresAdapter['pool'] =>
  (db as unknown as PostgresAdapter).pool

/** As pg says it, which gives this error no code. */
const TIMED_OUT = 'Query read timeout'

type Query = (...asked: unknown[]) => unknown

/**
 * A connection that left a question without an answer is in the middle of it still, perhaps in a transaction with rows
 * locked: it is ended, so that its transaction is, and nobody else gets it from the pool (pg 8 gives it back).
 */
export function endSilent(client: ClientBase): void {
  const ask = client.query.bind(client) as Query
  const query: Query = (...asked) => {
    const answer = ask(...asked)
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === TIMED_OUT) void (client as Client).end().catch(() => undefined)
      })
    return answer
  }
  Object.assign(client, { query })
}
