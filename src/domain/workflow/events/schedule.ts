// Says when a scheduled publish is due, and when it is overdue.
import type { Instant } from '../../time/instant'
import type { State } from '../table'

/** A scheduled publish may come this much later than its date; milliseconds. */
const GRACE = 60_000

/** How often the clock looks for what is due; milliseconds. A run that fails leaves time for others. */
export const CLOCK_PERIOD = GRACE / 4

/** When the working version is to be published; null when it is not scheduled. */
export const dueAt = (fields: { state: State; scheduledAt: Instant | null }): Instant | null =>
  fields.state === 'scheduled' ? fields.scheduledAt : null

export const isDue = (at: Instant, now: Instant): boolean => Date.parse(at) <= Date.parse(now)

/** Whether a scheduled publish should have happened by now, so that an editor must be told. */
export const isOverdue = (at: Instant, now: Instant): boolean =>
  Date.parse(at) + GRACE < Date.parse(now)
