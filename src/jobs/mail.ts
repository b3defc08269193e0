// Sends the mails of the notices from the site's outbox, and clears away old notices, while the site is served.
import { pruneNotices } from '../cms/notices/prune'
import { sendNotices } from '../cms/notices/send'
import { askDatabase } from '../database/askDatabase'
import { openPayload } from '../database/openPayload'
import { repeatJob } from './repeat'

/** Soon enough for a person, and apart from the schedule: a slow mail server delays no publication. */
const EVERY_MS = 15_000

/** As the partial index `notices_to_mail` has it. */
const WAITING = 'select from notices where mailed_at is null and mail_tries < 5 limit 1'

const OLD = `select from notices where created_at < now() - interval '90 days'
  and (seen_at is not null or created_at < now() - interval '1 year') limit 1`

/** Ends when `stop` says so, after the mail it is at. */
export const runMailLoop = (stop: AbortSignal, everyMs = EVERY_MS): Promise<void> =>
  repeatJob(stop, everyMs, 'Mails were not sent; trying again.', async () => {
    const [waiting] = await askDatabase(WAITING)
    if (waiting) await sendNotices(await openPayload())
    const [old] = await askDatabase(OLD)
    if (old) await pruneNotices(await openPayload())
  })
