// Finds people by name, and the active accounts.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import type { Account } from '@/domain/workflow/notices'
import type { Id } from '@/domain/workflow/subject'

export interface Person {
  id: Id
  name: string
}

export const activeAccounts = (req: PayloadRequest): Promise<Account[]> =>
  execute<Account>(req, sql`select id, role from users where active is not false order by id`)

/** Names as they are now, and of an account that is gone as it was. */
export async function namesOf(
  ids: Id[],
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<(id: Id) => Person> {
  const asked = JSON.stringify([...new Set(ids)])
  const rows = await execute<Person>(
    req as PayloadRequest,
    sql`select id, name from users
          where id in (select value::int from json_array_elements_text(${asked}::json))
        union all
        select id, name from former_accounts
          where id in (select value::int from json_array_elements_text(${asked}::json))`,
  )
  const known = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: known.get(id) ?? `Account ${id}` })
}
