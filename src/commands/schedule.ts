// The clock of the site: publishes what editors have scheduled, while the site is served.
import { setTimeout as sleep } from 'node:timers/promises'
import { publishDue } from '../cms/workflow/schedule'
import { CLOCK_PERIOD } from '../domain/workflow/schedule'
import { ask } from './ask'
import { openPayload } from './payload'

/** The time is the database's: instances on several machines go by one clock. */
const DUE = `select now() from workflows where state = 'scheduled' and scheduled_at <= now() limit 1`

/** Ends when `stop` says so, after what it is at. A database that is away is asked again. */
export async function keepPublishing(stop: AbortSignal, everyMs = CLOCK_PERIOD): Promise<void> {
  while (!stop.aborted) {
    try {
      const [due] = await ask<{ now: Date }>(DUE)
      if (due) await publishDue(await openPayload(), due.now.toISOString())
    } catch (error) {
      console.error('The schedule did not run; trying again.', error)
    }
    await sleep(everyMs, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
