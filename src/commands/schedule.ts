// The clock of the site: publishes what editors have scheduled, while the site is served.
import { publishDue } from '../cms/workflow/schedule'
import type { Clock } from '../front/health'
import { ask } from './ask'
import { openPayload } from './payload'
import { repeat } from './repeat'

/** A scheduled publish may be 60 s late, the work itself included. */
const EVERY_MS = 15_000

const DUE = `select from workflows where state = 'scheduled' and scheduled_at <= now() limit 1`

/**
 * Ends when `stop` says so, after what it is at. A database that is away is asked again.
 * @param clock is told of every time that went well
 */
export const keepPublishing = (
  stop: AbortSignal,
  everyMs = EVERY_MS,
  clock: Clock = {},
): Promise<void> =>
  repeat(stop, everyMs, 'The schedule did not run; trying again.', async () => {
    const [due] = await ask(DUE)
    if (due) await publishDue(await openPayload())
    clock.ranAt = performance.now()
  })
