// Limits signing in, and gives the same answer after the same work whether the account exists or not.
import {
  AuthenticationError,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { poolOf } from '@/cms/database/pool'
import type { User } from '@/payload-types'
import { audit, hashedClient } from './audit'
import { clientOf, LIMITS, requireAttempt } from './limits'
import { hashForNothing } from './passwords'
import { forgive } from './rateLimit'

const normalized = (email: unknown): string =>
  typeof email === 'string' ? email.toLowerCase().trim() : ''

const accountOf = (email: string, req: PayloadRequest): Promise<User | null> =>
  req.payload.db.findOne<User>({ collection: 'users', where: { email: { equals: email } }, req })

/** Before Payload looks at the password. */
export const limitSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' || req.payloadAPI === 'local') return args
  const { email, password } = (args as { data: { email?: unknown; password?: unknown } }).data
  const client = clientOf(req)
  await requireAttempt(req, LIMITS.signInFromAddress, client)
  await requireAttempt(req, LIMITS.signIn, client, normalized(email))
  if (typeof password === 'string' && !(await accountOf(normalized(email), req)))
    await hashForNothing(password)
  return args
}

export const requireActive: CollectionBeforeLoginHook<User> = ({ user, req }) => {
  if (user.active === false) throw new AuthenticationError(req.t)
}

/** An account that gave the right password does not wait for its earlier typing errors. */
export const forgiveSignIn = (req: PayloadRequest): Promise<void> =>
  forgive(poolOf(req.payload.db), LIMITS.signIn, clientOf(req), normalized(req.data?.email))

/** One row of the record and one line of the log, the same for an account and for an address without an account. */
export async function noteRefusal(req: PayloadRequest): Promise<void> {
  const account = await accountOf(normalized(req.data?.email), req)
  await audit(
    { payload: req.payload, headers: req.headers },
    { what: 'signInFailed', account: account?.id ?? null },
  )
  const whose = account ? `account ${account.id}` : 'an address without an account'
  req.payload.logger.warn(`Sign-in refused: ${whose}, from ${hashedClient(req.headers) ?? 'here'}`)
}
