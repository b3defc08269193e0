// Handles a forgotten password: gives every caller the same answer at once, and sends the mail after it.
import { addDataAndFileToRequest, APIError, type Endpoint, type Payload, type Where } from 'payload'
import { poolOf } from '@/cms/database/pool'
import { settings } from '@/env'
import { clientOf, LIMITS, requireAttempt } from './limits'
import { attempt } from './rateLimit'

async function mailReset(payload: Payload, email: string): Promise<void> {
  // Also of addresses without an account: a limit that only accounts have would tell them apart.
  if ((await attempt(poolOf(payload.db), LIMITS.mailOfReset, email)) > 0) return
  const where: Where = { and: [{ email: { equals: email } }, { active: { not_equals: false } }] }
  const { totalDocs } = await payload.count({ collection: 'users', where })
  if (totalDocs > 0) await payload.forgotPassword({ collection: 'users', data: { email } })
}

/** Takes the place of Payload's own, which answers the faster the less there is to do. */
export const forgotPassword: Omit<Endpoint, 'root'> = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = typeof req.data?.email === 'string' ? req.data.email.toLowerCase().trim() : ''
    if (!email) throw new APIError('Missing email.', 400)
    await requireAttempt(req, LIMITS.forgotPassword, clientOf(req))
    mailReset(req.payload, email).catch((error) => req.payload.logger.error(error))
    return Response.json({ message: req.t('general:success') })
  },
}

/** The link's address is on the site's own origin, whatever host a request named. */
export const resetMail = (args?: { token?: string }): string => {
  const address = `${settings().siteUrl}/admin/reset/${args?.token ?? ''}`
  return [
    '<p>Somebody, we hope you, asked for a new password for this account.</p>',
    `<p><a href="${address}">${address}</a></p>`,
    '<p>The link works for an hour, once. If it was not you, nothing has changed and nothing needs doing.</p>',
  ].join('\n')
}
