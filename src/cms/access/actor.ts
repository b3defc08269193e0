// Finds who acts: the account as it is stored now, whatever an older session says; without one, a command on the machine.
import type { PayloadRequest } from 'payload'
import { isCommand, roleOf } from '@/cms/access/role'
import { OPERATOR, type Actor } from '@/domain/workflow/subject'
import type { PolicyRole } from '@/domain/workflow/policy'

/** Null for a caller over HTTP who has not signed in. */
export async function actorOf(req: PayloadRequest): Promise<Actor | null> {
  if (!req.user) return isCommand(req) ? OPERATOR : null
  const account = await req.payload.findByID({
    collection: 'users',
    id: req.user.id,
    depth: 0,
    disableErrors: true,
    req,
  })
  if (!account) return null
  return { id: account.id, role: account.role, active: account.active !== false }
}

/** Null without a signed-in account, as for a command on the machine. */
export const authorOf = (req: PayloadRequest): number | null =>
  req.user ? Number(req.user.id) : null

export const policyRole = (req: PayloadRequest): PolicyRole => {
  if (req.user) return roleOf(req.user) ?? 'anonymous'
  return isCommand(req) ? 'operator' : 'anonymous'
}
