// Limits how often a caller may try the endpoints of the accounts, and refuses one attempt too many.
import { APIError, type PayloadRequest } from 'payload'
import { poolOf } from '@/cms/database/pool'
import { CLIENT_HEADER, UNKNOWN_CLIENT } from '@/domain/http/clientAddress'
import { attempt, type Limit } from './rateLimit'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/**
 * An account is counted with the address that tries it: a stranger elsewhere uses up only their own attempts
 * (docs/decisions/0006-no-lock-for-accounts.md).
 */
export const LIMITS = {
  signIn: { name: 'sign-in', attempts: 5, seconds: QUARTER },
  signInFromAddress: { name: 'sign-in-address', attempts: 50, seconds: QUARTER },
  confirmPassword: { name: 'confirm-password', attempts: 5, seconds: QUARTER },
  forgotPassword: { name: 'forgot-password', attempts: 10, seconds: HOUR },
  mailOfReset: { name: 'mail-of-reset', attempts: 3, seconds: HOUR },
  resetPassword: { name: 'reset-password', attempts: 10, seconds: QUARTER },
} as const satisfies Record<string, Limit>

/** As the server before Next told it. */
export const clientOf = (req: PayloadRequest): string =>
  req.headers.get(CLIENT_HEADER) ?? UNKNOWN_CLIENT

/** @throws an error that is answered with 429 and `Retry-After` */
export async function requireAttempt(
  req: PayloadRequest,
  limit: Limit,
  ...parts: string[]
): Promise<void> {
  const seconds = await attempt(poolOf(req.payload.db), limit, ...parts)
  if (seconds === 0) return
  req.responseHeaders = new Headers({ 'Retry-After': String(seconds) })
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  throw new APIError(`Too many attempts. Try again in ${wait}.`, 429, undefined, true)
}
