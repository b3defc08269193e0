// In which role of the policy a request comes.
import type { PayloadRequest } from 'payload'
import type { Role } from '@/domain/roles'
import type { PolicyRole } from '@/domain/workflow/policy'

/** A disabled account has no role, and so no rights, from the next request on. */
export const roleOf = (user: PayloadRequest['user']): Role | null =>
  user && user.active !== false ? user.role : null

/** Asking in this process without an account: the readers' pages, which enforce access. */
const isReader = (req: PayloadRequest): boolean => !req.user && req.payloadAPI === 'local'

/** For access functions. A command reads and writes past access, so whoever asks without an account is a reader. */
export const askingAs = (req: PayloadRequest): PolicyRole =>
  isReader(req) ? 'site' : (roleOf(req.user) ?? 'anonymous')
