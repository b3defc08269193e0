// Gives access to the connections behind Payload's Postgres adapter, for what its own interface cannot do.
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapter } from 'payload'

type Pool = PostgresAdapter['pool']

export const poolOf = (db: DatabaseAdapter): Pool => (db as unknown as PostgresAdapter).pool

/** As pg says it, which gives this error no code. */
const TIMED_OUT = 'Query read timeout'

/** Of pg's, whose package this room does without. */
interface Client {
  query(...asked: unknown[]): unknown
  end(): Promise<void>
}

/**
 * What a process that hangs has locked is free again before a schedule that waits for it is late. Said over the connection: as a
 * parameter of it, a pooler in between would refuse it.
 */
export async function freeSoon(connection: object): Promise<void> {
  await (connection as Client).query(`set idle_in_transaction_session_timeout = '30s'`)
}

/**
 * A connection that left a question without an answer is in the middle of it still, perhaps in a transaction with rows
 * locked: it is ended, so that its transaction is, and no other caller gets it from the pool (pg 8 gives it back).
 */
export function endSilent(connection: object): void {
  const client = connection as unknown as Client
  const ask = client.query.bind(client)
  client.query = (...asked) => {
    const answer = ask(...asked)
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === TIMED_OUT) void client.end().catch(() => undefined)
      })
    return answer
  }
}
