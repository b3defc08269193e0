// A statement of our own inside the transaction of a request, for what Payload's interface cannot say.
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Statement = ReturnType<typeof sql>

export async function execute<Row>(req: PayloadRequest, statement: Statement): Promise<Row[]> {
  const adapter = req.payload.db as unknown as PostgresAdapter
  const transaction = req.transactionID ? String(await req.transactionID) : ''
  const connection = adapter.sessions?.[transaction]?.db ?? adapter.drizzle
  const { rows } = await (connection as unknown as Executor<Row>).execute(statement)
  return rows
}

interface Executor<Row> {
  execute(statement: Statement): Promise<{ rows: Row[] }>
}
