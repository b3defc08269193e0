// Publishes what editors have scheduled, while the site is served.
import { publishDue } from '../cms/workflow/events/schedule'
import { CLOCK_PERIOD } from '../domain/workflow/events/schedule'
import { aheadOf, skewNote, type Clock } from '../server/health'
import { askDatabase } from '../database/askDatabase'
import { openPayload } from '../database/openPayload'
import { repeatJob } from './repeat'

/** The time is the database's: instances on several machines go by one clock. */
const DUE = `select clock_timestamp() as now, exists(
  select from workflows where state = 'scheduled' and scheduled_at <= clock_timestamp()) as due`

/**
 * Ends when `stop` says so, after what it is at. A database that is away is asked again.
 * @param clock is told of every time that went well, and how far the two clocks are apart, which is said when it begins and ends
 */
export const runScheduleLoop = (
  stop: AbortSignal,
  everyMs = CLOCK_PERIOD,
  clock: Clock = {},
): Promise<void> =>
  repeatJob(stop, everyMs, 'The schedule did not run; trying again.', async () => {
    const asked = Date.now()
    const [found] = await askDatabase<{ now: Date; due: boolean }>(DUE)
    if (!found) return
    warnOfClockSkew(clock, aheadOf(found.now.getTime(), [asked, Date.now()]))
    if (found.due) await publishDue(await openPayload(), found.now.toISOString())
    clock.ranAt = performance.now()
  })

function warnOfClockSkew(clock: Clock, aheadMs: number): void {
  const [before, note] = [skewNote(clock.aheadMs), skewNote(aheadMs)]
  clock.aheadMs = aheadMs
  if (note && !before) console.warn(`Note: ${note}. Set it, as with NTP.`)
  if (before && !note)
    console.warn('The clock of this machine agrees with that of the database again.')
}
