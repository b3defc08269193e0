// Who did it, by name, and who else there is.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/cms/sql'
import type { Account } from '@/domain/workflow/notices'
import type { Id } from '@/domain/workflow/subject'

export interface Person {
  id: Id
  name: string
}

export const activeAccounts = (req: PayloadRequest): Promise<Account[]> =>
  execute<Account>(req, sql`select id, role from users where active is not false order by id`)

/** Names as they are now; an account that is gone keeps its number. */
export async function namesOf(ids: Id[], req: PayloadRequest): Promise<(id: Id) => Person> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const known = new Map(docs.map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: known.get(id) ?? `Account ${id}` })
}
