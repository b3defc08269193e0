// Builds the mail of one notice to its account, ready to be sent.
import type { SendMailOptions } from 'nodemailer'
import type { Payload } from 'payload'
import { settings } from '@/env'
import type { Notice, User } from '@/payload-types'
import { changesOf } from './changes'
import { describe } from './describe'
import { letterOf } from './letter'

/** Null when the account is gone or wants no mail, or the document is gone. */
export async function mailOf(payload: Payload, notice: Notice): Promise<SendMailOptions | null> {
  const who = await recipient(payload, notice)
  const [described] = await describe(payload, [notice])
  if (!who || !described?.exists) return null
  const { siteUrl } = settings()
  const { hostname } = new URL(siteUrl)
  const { document, id, kind, note } = notice
  const letter = letterOf({
    sentence: described.sentence,
    note: note ?? null,
    changes: await changesOf(payload, notice, who),
    link: `${siteUrl}/admin/collections/${kind}/${document}`,
    account: `${siteUrl}/admin/account`,
  })
  return {
    ...letter,
    to: { name: who.name, address: who.email },
    // The same for a second try, so that a mailbox can tell it from another mail; and one thread for each document.
    messageId: `<notice-${id}@${hostname}>`,
    references: `<${kind}-${document}@${hostname}>`,
    // RFC 3834: no mailbox answers it with a holiday message.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

async function recipient(payload: Payload, { who }: Notice): Promise<User | null> {
  const account = await payload.findByID({
    collection: 'users',
    id: who,
    depth: 0,
    disableErrors: true,
  })
  return account && account.active !== false && account.mailNotices !== false ? account : null
}
