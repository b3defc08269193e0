// Tells in which role of the policy a request comes.
import type { PayloadRequest } from 'payload'
import type { Role } from '@/domain/access/roles'
import type { PolicyRole } from '@/domain/workflow/policy'

/** A disabled account has no role, and so no rights, from the next request on. */
export const roleOf = (user: PayloadRequest['user']): Role | null =>
  user && user.active !== false ? user.role : null

/** Asking in this process without an account: the readers' pages, which enforce access. */
const isReader = (req: PayloadRequest): boolean => !req.user && req.payloadAPI === 'local'

/** For access functions. A command reads and writes past access, so a request without an account is a reader's. */
export const askingAs = (req: PayloadRequest): PolicyRole =>
  isReader(req) ? 'site' : (roleOf(req.user) ?? 'anonymous')

/** A command on the machine: it has no account, and came through no door. */
export const isCommand = (req: PayloadRequest): boolean =>
  !req.user && (req.payloadAPI ?? 'local') === 'local'

/**
 * For a look-up that a request causes, to be spread into it: it finds what the caller may find, so that no answer says
 * what they may not know. Payload's own default is to look past access.
 */
export const asWhoAsks = (req: PayloadRequest) => ({
  overrideAccess: isCommand(req),
  user: req.user,
  req,
})
