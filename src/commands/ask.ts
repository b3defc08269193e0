// One question to the database, without waiting for Payload to open.
import pg from 'pg'
import { settings } from '../env'

export async function ask<Row extends pg.QueryResultRow>(question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}
