// Signs disabled accounts out everywhere from the next request on, and signs no account out because the database is lost.
import { APIError, type AuthStrategy, type Payload, type PayloadRequest } from 'payload'

type Account = NonNullable<PayloadRequest['user']>

/**
 * Payload takes an account that could not be looked up for none: an editor who is signed in would be told that they are not.
 * @param failed is told why, when the look-up ended otherwise than with an account, or with the answer that there is none
 */
function watched(payload: Payload, failed: (error: unknown) => void): Payload {
  const findByID = async (sought: Parameters<Payload['findByID']>[0]) => {
    try {
      return await payload.findByID(sought)
    } catch (error) {
      if (!(error instanceof APIError)) failed(error)
      throw error
    }
  }
  return Object.create(payload, { findByID: { value: findByID } }) as Payload
}

const ofActive = ({ authenticate, ...strategy }: AuthStrategy): AuthStrategy => ({
  ...strategy,
  authenticate: async ({ payload, req, ...args }: Parameters<AuthStrategy['authenticate']>[0]) => {
    const failed = (error: unknown) => {
      if (req) req.context.unknownAccount = error
    }
    const result = await authenticate({ ...args, payload: watched(payload, failed), req })
    const account = result.user as Account | null
    return account?.active === false ? { ...result, user: null } : result
  },
})

/** Payload's own collections (preferences, locks) ask only whether there is a user, so there must be none. */
export function forgetDisabledAccounts(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map(ofActive)
}

/** @throws the error because of which the site could not look up the caller's account */
export function requireKnown({ context, user }: PayloadRequest): void {
  if (!user && context.unknownAccount) throw context.unknownAccount
}
