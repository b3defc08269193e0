// Protects the last administrator from demotion and deletion, so that a slip never locks all editors out of the accounts.
import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { refuse } from '@/cms/fields/refuse'
import { execute } from '@/cms/database/sql'
import type { User } from '@/payload-types'

const MESSAGE =
  'This is the last administrator who can sign in. Make somebody else an administrator first.'

const isAdministrator = ({ role, active }: Partial<User>): boolean =>
  role === 'admin' && active !== false

async function requireAnother(id: number, path: string, req: PayloadRequest): Promise<void> {
  // Two administrators who demote one another at the same moment wait for each other here.
  const administrators = await execute<{ id: number }>(
    req,
    sql`select id from users where role = 'admin' and active is not false order by id for update`,
  )
  const others = administrators.filter((other) => other.id !== id)
  refuse('users', others.length > 0 ? [] : [{ path, message: MESSAGE }], req)
}

export const protectLastAdministrator: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !isAdministrator(originalDoc)) return data
  const next = { ...originalDoc, ...data }
  if (!isAdministrator(next))
    await requireAnother(originalDoc.id, next.role === 'admin' ? 'active' : 'role', req)
  return data
}

export const protectLastAdministratorFromDeletion: CollectionBeforeDeleteHook = async ({
  id,
  req,
}) => {
  const account = await req.payload.findByID({ collection: 'users', id, depth: 0, req })
  if (isAdministrator(account)) await requireAnother(account.id, 'id', req)
}
