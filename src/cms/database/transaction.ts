// Makes several of Payload's operations one transaction, and tells its end truthfully.
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type DatabaseAdapterObj,
  type PayloadRequest,
} from 'payload'
import { runAfterTransaction } from './afterTransaction'
import { execute } from './sql'

/** The part of a request that Payload's operations need to share a transaction. */
export type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID' | 'context'>

/**
 * Runs the work in the transaction that the request carries, or in one of its own that is committed at the end.
 * @throws what the work throws, or why the database did not commit; then nothing was written
 */
export async function inTransaction<Result>(
  transaction: Partial<Transaction> & Pick<Transaction, 'payload'>,
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  const req = transaction as PayloadRequest
  const owns = await initTransaction(req)
  try {
    const result = await work(req)
    if (owns) await commitTransaction(req)
    return result
  } catch (error) {
    if (owns) await killTransaction(req)
    throw error
  }
}

/**
 * Payload is silent when a transaction was rolled back instead of committed: a deferred constraint, a connection that
 * broke, an operation inside it that failed and was forgiven. With this, every caller that commits is told, an editor's save too.
 */
export const checkCommits = (
  adapter: DatabaseAdapterObj<PostgresAdapter>,
): DatabaseAdapterObj<PostgresAdapter> => ({
  ...adapter,
  init: ({ payload }) => {
    const db = adapter.init({ payload })
    const failures = rememberFailures(db)
    const begin = db.beginTransaction.bind(db)
    // Payload wraps the reason in words of its own, without the code of the broken connection.
    db.beginTransaction = (options) =>
      begin(options).catch((cause: unknown) => {
        throw new NotCommitted({ cause })
      })
    const commit = db.commitTransaction.bind(db)
    db.commitTransaction = async (pending) => {
      const id = await pending
      // Rolled back already, behind the back of who commits.
      if (id && !db.sessions[id]) throw new NotCommitted()
      const [transaction] = await execute<{ xid: string | null }>(
        { payload, transactionID: id } as PayloadRequest,
        sql`select pg_current_xact_id_if_assigned()::text as xid`,
      ).catch((error: unknown) => {
        // A write failed and was forgiven, as by a bulk edit; the transaction takes nothing since, and the write says why.
        throw failures.get(String(id)) ?? error
      })
      let how: 'committed' | 'undone' | 'unknown' = 'unknown'
      try {
        await commit(id)
        const xid = transaction?.xid
        how = !xid || (await wasCommitted(xid, db.pool)) ? 'committed' : 'undone'
      } finally {
        failures.delete(String(id))
        if (id) await runAfterTransaction(id, how, (error) => payload.logger.error(error))
      }
      if (how === 'undone') throw new NotCommitted()
    }
    const rollback = db.rollbackTransaction.bind(db)
    db.rollbackTransaction = async (pending) => {
      const id = await pending
      await rollback(pending)
      failures.delete(String(id))
      if (id) await runAfterTransaction(id, 'undone', (error) => payload.logger.error(error))
    }
    return db
  },
})

const WRITES = [
  ...(['create', 'updateOne', 'updateMany', 'upsert', 'deleteOne', 'deleteMany'] as const),
  ...(['createVersion', 'updateVersion', 'deleteVersions'] as const),
]

type Method = (args: { req?: Partial<PayloadRequest> }) => Promise<unknown>

/** The first write of each transaction that failed: what fails after it only says that something did. */
function rememberFailures(db: PostgresAdapter): Map<string, unknown> {
  const failures = new Map<string, unknown>()
  for (const name of WRITES) {
    const method = db[name].bind(db) as Method
    const remembering: Method = async (args) => {
      try {
        return await method(args)
      } catch (error) {
        const id = await args.req?.transactionID
        if (id !== undefined && !failures.has(String(id))) failures.set(String(id), error)
        throw error
      }
    }
    Object.assign(db, { [name]: remembering })
  }
  return failures
}

/** Postgres itself remembers how each recent transaction ended. */
async function wasCommitted(xid: string, pool: PostgresAdapter['pool']): Promise<boolean> {
  const { rows } = await pool.query<{ status: string | null }>(
    'select pg_xact_status($1::text::xid8) as status',
    [xid],
  )
  return rows[0]?.status === 'committed'
}

/** Known to be undone: what was asked may be asked again. */
export class NotCommitted extends Error {
  constructor(options?: ErrorOptions) {
    super('The database did not keep the changes: nothing was written. Please try again.', options)
    this.name = 'NotCommitted'
  }
}
