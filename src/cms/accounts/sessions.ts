// Sessions of accounts that are disabled: they are nobody, at every door, from the next request on.
import type { AuthStrategy, Payload } from 'payload'

const ofActive = ({ authenticate, ...strategy }: AuthStrategy): AuthStrategy => ({
  ...strategy,
  authenticate: async (args) => {
    const result = await authenticate(args)
    return result.user?.active === false ? { ...result, user: null } : result
  },
})

/** Payload's own collections (preferences, locks) ask only whether there is a user, so there must be none. */
export function forgetDisabledAccounts(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map(ofActive)
}
