// Checks passwords: a new one is long and not among the first that a guesser tries, and changing one's own asks for the present one.
import crypto from 'node:crypto'
import { promisify } from 'node:util'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { refuse } from '@/cms/fields/refuse'
import { poolOf } from '@/cms/database/pool'
import { PASSWORD_LENGTH } from '@/domain/access/roles'
import { isSame } from '@/signature'
import type { User } from '@/payload-types'
import { isGuessable } from './guessable'
import { clientOf, LIMITS, requireAttempt } from './limits'
import { forgive } from './rateLimit'

/** As Payload hashes a password; see node_modules/payload/dist/auth/strategies/local/generatePasswordSaltHash.js. */
const HASH = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, keyLength: 32, digest: 'sha256' }

async function hashOf(password: string, salt: string): Promise<string> {
  const { digest, iterations, keyLength, prefix } = HASH
  const key = await promisify(crypto.pbkdf2)(password, salt, iterations, keyLength, digest)
  return prefix + key.toString('hex')
}

/** The work of looking at a password where there is none. */
export const hashForNothing = (password: string): Promise<string> =>
  hashOf(password, crypto.randomBytes(32).toString('hex'))

interface Given {
  password?: unknown
  email?: unknown
  name?: unknown
  currentPassword?: unknown
}

type Stored = User & { hash?: string | null; salt?: string | null }

const storedAccount = (id: unknown, req: PayloadRequest): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({ collection: 'users', where: { id: { equals: id } }, req })

/** Whether the save that is under way sets a password. */
export const changesPassword = (req: PayloadRequest): boolean =>
  req.context.changesPassword === true

/** Before every operation that takes a new password: creating, changing and resetting. */
export const requireGoodPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const { data, id } = args as { data?: Given; id?: unknown }
  const password = data?.password
  req.context.changesPassword = password !== undefined && password !== null
  if (password === undefined || password === null) return args
  const refused = (message: string) => refuse('users', [{ path: 'password', message }], req)
  if (typeof password !== 'string' || [...password].length < PASSWORD_LENGTH) {
    refused(`A password has at least ${PASSWORD_LENGTH} characters.`)
    return args
  }
  const account = operation === 'update' ? await storedAccount(id, req) : null
  const own = [data?.email, data?.name, account?.email, account?.name]
  if (
    await isGuessable(
      password,
      own.filter((text) => typeof text === 'string'),
    )
  )
    refused(
      'This password is one of the first that somebody would try. Take another: four words that have nothing to do with one another, for instance.',
    )
  return args
}

const WRONG =
  'Type the present password of your account: without it neither its password nor its address is changed.'

/** A session that was left open, or stolen, is not the account. An administrator sets the passwords of others without it. */
export const confirmOwnChange: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { data, id } = args as { data?: Given; id?: unknown }
  if (operation !== 'update' || !data) return args
  const { currentPassword, ...rest } = data
  const passed = { ...args, data: rest } as typeof args
  if (!req.user || Number(req.user.id) !== Number(id)) return passed
  const account = await storedAccount(id, req)
  const sets = rest.password !== undefined && rest.password !== null
  const moves = rest.email !== undefined && rest.email !== account?.email
  if (!account || (!sets && !moves)) return passed
  const refused = () => refuse('users', [{ path: 'currentPassword', message: WRONG }], req)
  if (typeof currentPassword !== 'string' || currentPassword === '') return refused() as never
  const counted = [clientOf(req), String(account.id)]
  await requireAttempt(req, LIMITS.confirmPassword, ...counted)
  const { hash, salt } = account
  if (!hash || !salt || !isSame(hash, await hashOf(currentPassword, salt))) refused()
  await forgive(poolOf(req.payload.db), LIMITS.confirmPassword, ...counted)
  return passed
}

/** With another password or address whatever was open before is closed: other sessions, and links that came by mail. */
export const endOtherSessions: CollectionBeforeChangeHook<User> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const moves = data.email !== undefined && data.email !== originalDoc?.email
  if (operation !== 'update' || (!moves && !changesPassword(req))) return data
  const { sessions, user } = { sessions: originalDoc?.sessions ?? [], user: req.user }
  const own =
    user && Number(user.id) === originalDoc?.id ? (user as { _sid?: string })._sid : undefined
  return {
    ...data,
    sessions: sessions.filter(({ id }) => own !== undefined && id === own),
    resetPasswordToken: null,
    resetPasswordExpiration: null,
  }
}
