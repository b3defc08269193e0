// Replaces Payload's endpoints for accounts where the site's own are limited, tell less, or are closed.
import { AuthenticationError, type Endpoint, type PayloadHandler } from 'payload'
import type { User } from '@/payload-types'
import { mailAboutAccount } from './accountMail'
import { audit } from './audit'
import { forgotPassword } from './forgotPassword'
import { clientOf, LIMITS, requireAttempt } from './limits'
import { forgiveSignIn, noteRefusal } from './signIn'

type ClosedEndpoint = Omit<Endpoint, 'root'>

/** What Payload would have done at this address. */
const passOn =
  (method: Endpoint['method'], path: string): PayloadHandler =>
  (req) => {
    const { endpoints } = req.payload.collections.users.config
    const own = (endpoints || []).filter((door) => door.method === method && door.path === path)
    const payloads = own.at(-1)
    return payloads ? payloads.handler(req) : notFoundEndpoint()
  }

/** As for an address that never was one. */
export const notFoundEndpoint = (): Response =>
  Response.json({ message: 'Not found' }, { status: 404 })

const closed = (method: Endpoint['method'], path: string): ClosedEndpoint => ({
  method,
  path,
  handler: notFoundEndpoint,
})

const signIn: ClosedEndpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    try {
      const response = await passOn('post', '/login')(req)
      if (response.ok) await forgiveSignIn(req)
      return response
    } catch (error) {
      if (error instanceof AuthenticationError) await noteRefusal(req)
      throw error
    }
  },
}

const resetPassword: ClosedEndpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    await requireAttempt(req, LIMITS.resetPassword, clientOf(req))
    const response = await passOn('post', '/reset-password')(req)
    const { user } = (await response.clone().json()) as { user?: User }
    if (response.ok && user) {
      const change = { what: 'passwordReset' as const }
      await audit(req, { ...change, account: user.id })
      await mailAboutAccount(user, [change], req)
    }
    return response
  },
}

export const accountEndpoints: ClosedEndpoint[] = [
  signIn,
  forgotPassword,
  resetPassword,
  // The first visitor must not become administrator: the first account is made on the command line.
  closed('post', '/first-register'),
  // No answer tells whether there are accounts.
  closed('get', '/init'),
  // Nothing locks, and no address needs to be verified.
  closed('post', '/unlock'),
  closed('post', '/verify/:id'),
]
