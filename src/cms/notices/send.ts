// Sends the mails of the notices: each row once, whichever instance takes it, and again later where it failed.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { deliver } from '@/cms/notices/email'
import { execute } from '@/cms/database/sql'
import { inTransaction } from '@/cms/database/transaction'
import { passing } from '@/cms/records/pass'
import { LIMITS } from '@/domain/access/limits'
import { MAIL_TRIES } from '@/domain/workflow/notices'
import type { Notice } from '@/payload-types'
import { mailOf } from './mail'

export interface MailRun {
  sent: number
  failed: number
}

type Outcome = 'none' | 'unwanted' | 'sent' | 'failed'

/**
 * A failure ends the run: a mail server that is away is not asked for each notice. The row waits 1, 5, 25 and 125 minutes
 * before the next tries.
 */
export async function sendNotices(
  payload: Payload,
  now = new Date().toISOString(),
): Promise<MailRun> {
  const run: MailRun = { sent: 0, failed: 0 }
  for (;;) {
    const req = passing({ payload } as PayloadRequest)
    const outcome = await inTransaction(req, () => sendNext(req, now))
    if (outcome === 'sent') run.sent++
    if (outcome === 'failed') run.failed++
    if (outcome === 'none' || outcome === 'failed') return run
  }
}

/** Takes one row that no other instance is at. It is marked before anybody else may take it. */
async function sendNext(req: PayloadRequest, now: string): Promise<Outcome> {
  const [taken] = await execute<{ id: number }>(
    req,
    // Between its tries nothing else moves a row's updated_at.
    sql`select id from notices where mailed_at is null and mail_tries < ${MAIL_TRIES}
        and (mail_tries = 0
          or updated_at <= ${now}::timestamptz - interval '1 minute' * power(5, mail_tries - 1))
        order by mail_tries, id limit 1 for update skip locked`,
  )
  if (!taken) return 'none'
  const { payload } = req
  const notice = await payload.findByID({ collection: 'notices', id: taken.id })
  try {
    const mail = await mailOf(payload, notice)
    // No tries left and no failure: its account wants no mail.
    const unwanted = { mailTries: MAIL_TRIES, mailFailure: null }
    if (mail) await deliver(mail, payload)
    await storeOutcome(req, notice, mail ? { mailedAt: now, mailFailure: null } : unwanted, now)
    return mail ? 'sent' : 'unwanted'
  } catch (error) {
    const mailFailure = String(error instanceof Error ? error.message : error).slice(0, LIMITS.url)
    payload.logger.error(`Notice ${notice.id} could not be mailed: ${mailFailure}`)
    await storeOutcome(req, notice, { mailTries: notice.mailTries + 1, mailFailure }, now)
    return 'failed'
  }
}

async function storeOutcome(
  req: PayloadRequest,
  { id }: Notice,
  data: Partial<Pick<Notice, 'mailedAt' | 'mailFailure' | 'mailTries'>>,
  now: string,
): Promise<void> {
  const written = { ...data, updatedAt: now }
  await req.payload.db.updateOne({
    collection: 'notices',
    id,
    data: written,
    req,
    returning: false,
  })
}
