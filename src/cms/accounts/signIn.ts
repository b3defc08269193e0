// Signing in: limited, and the same answer after the same work whether there is such an account or not.
import crypto from 'node:crypto'
import { promisify } from 'node:util'
import {
  AuthenticationError,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { poolOf } from '@/cms/pool'
import type { User } from '@/payload-types'
import { clientOf, LIMITS, requireAttempt } from './limits'
import { forgive } from './rateLimit'

/** As Payload hashes a password; see node_modules/payload/dist/auth/strategies/local/generatePasswordSaltHash.js. */
const HASH = { iterations: 600_000, keyLength: 32, digest: 'sha256' }

async function hashForNothing(password: string): Promise<void> {
  const salt = crypto.randomBytes(32).toString('hex')
  await promisify(crypto.pbkdf2)(password, salt, HASH.iterations, HASH.keyLength, HASH.digest)
}

const normalized = (email: unknown): string =>
  typeof email === 'string' ? email.toLowerCase().trim() : ''

const accountOf = (email: string, req: PayloadRequest): Promise<unknown> =>
  req.payload.db.findOne({ collection: 'users', where: { email: { equals: email } }, req })

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

/** Whoever knew the password need not wait for the typing errors before. */
export const forgiveSignIn = (req: PayloadRequest): Promise<void> =>
  forgive(poolOf(req.payload.db), LIMITS.signIn, clientOf(req), normalized(req.data?.email))
