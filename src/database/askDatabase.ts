// Asks the database one question, without waiting for Payload to open.
import pg from 'pg'
import { settings } from '../env'

/** A server that has gone without a word would keep the clock of the site waiting for ever; milliseconds. */
const PATIENCE = 10_000

export async function askDatabase<Row extends pg.QueryResultRow>(
  question: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: settings().databaseUrl,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  })
  // A connection that breaks between question and answer rejects the query.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(question, values)).rows
  } finally {
    await client.end()
  }
}
