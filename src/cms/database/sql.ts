// Runs a statement of our own inside the transaction of a request, for what Payload's interface cannot say.
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

export type Statement = ReturnType<typeof sql>

export const execute = <Row>(req: PayloadRequest, statement: Statement): Promise<Row[]> =>
  executeOn(req.payload.db as unknown as PostgresAdapter, req, statement)

export async function executeOn<Row>(
  adapter: PostgresAdapter,
  { transactionID }: Pick<PayloadRequest, 'transactionID'>,
  statement: Statement,
): Promise<Row[]> {
  const transaction = transactionID ? String(await transactionID) : ''
  const connection = adapter.sessions?.[transaction]?.db ?? adapter.drizzle
  const { rows } = await (connection as unknown as Executor<Row>).execute(statement)
  return rows
}

interface Executor<Row> {
  execute(statement: Statement): Promise<{ rows: Row[] }>
}
