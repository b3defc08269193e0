// Says in SQL which rows readers may see, as the access of their collections says it for Payload (cms/access/readers).
import { sql, type SQL } from './readerClient'

/** @param row name of a table or its alias in the statement; never from a request */
export const isLive = (row: string): SQL => {
  const table = sql.raw(row)
  return sql`${table}._status = 'published' and ${table}.deleted_at is null`
}
