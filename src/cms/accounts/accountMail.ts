// Tells the holder of an account, at the address it had, that its password or address is another one now, and who did it.
import type { PayloadRequest } from 'payload'
import { deliver } from '@/cms/notices/email'
import { afterTransaction } from '@/cms/database/afterTransaction'
import type { AuditEvent } from '@/domain/access/audit'
import { settings } from '@/env'
import type { User } from '@/payload-types'

const SENTENCES: Partial<Record<AuditEvent, string>> = {
  passwordChanged: 'The password of your account was changed',
  passwordReset: 'The password of your account was set anew by a link that came by mail',
  addressChanged: 'The address of your account was changed; mails go to the new one from now on',
}

/** Sent once the change is committed; a mail server that is away undoes nothing. */
export async function mailAboutAccount(
  { email, id }: Pick<User, 'email' | 'id'>,
  changes: readonly { what: AuditEvent }[],
  req: PayloadRequest,
): Promise<void> {
  const { payload, user } = req
  const sentences = changes.flatMap(({ what }) => SENTENCES[what] ?? [])
  if (sentences.length === 0) return
  const by = user && Number(user.id) !== id ? `by ${user.name}, an administrator` : 'by yourself'
  const text = [
    ...sentences.map((sentence) => `${sentence}.`),
    user ? `This was done ${by}. All other sessions have ended.` : 'All other sessions have ended.',
    `If you did not expect this, ask for a new password (${settings().siteUrl}/admin/forgot) and tell an administrator.`,
  ].join('\n\n')
  await afterTransaction(req, {
    committed: () =>
      deliver({ to: email, subject: 'Your account was changed', text }, payload).catch(
        (error: unknown) => payload.logger.error({ err: error, msg: 'A mail could not be sent.' }),
      ),
  })
}
