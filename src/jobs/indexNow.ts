// Tells engines which addresses changed, while the site is served.
import { sendIndexNow } from '../cms/addresses/sendIndexNow'
import { askDatabase } from '../database/askDatabase'
import { openPayload } from '../database/openPayload'
import { repeatJob } from './repeat'

const EVERY_MS = 15_000

const DUE = 'select from index_now_queue where due_at <= now() limit 1'

/** Ends when `stop` says so, after what it is at. */
export const runIndexNowLoop = (stop: AbortSignal): Promise<void> =>
  repeatJob(stop, EVERY_MS, 'Engines were not told of changes; trying again.', async () => {
    const [due] = await askDatabase(DUE)
    if (due) await sendIndexNow(await openPayload())
  })
