// The clock of the site: publishes what editors have scheduled, while the site is served.
import { publishDue } from '../cms/workflow/schedule'
import { CLOCK_PERIOD } from '../domain/workflow/schedule'
import type { Clock } from '../front/health'
import { ask } from './ask'
import { openPayload } from './payload'
import { repeat } from './repeat'

/** The time is the database's: instances on several machines go by one clock. */
const DUE = `select now() from workflows where state = 'scheduled' and scheduled_at <= now() limit 1`

/**
 * Ends when `stop` says so, after what it is at. A database that is away is asked again.
 * @param clock is told of every time that went well
 */
export const keepPublishing = (
  stop: AbortSignal,
  everyMs = CLOCK_PERIOD,
  clock: Clock = {},
): Promise<void> =>
  repeat(stop, everyMs, 'The schedule did not run; trying again.', async () => {
    const [due] = await ask<{ now: Date }>(DUE)
    if (due) await publishDue(await openPayload(), due.now.toISOString())
    clock.ranAt = performance.now()
  })
