// Turns an editor's date and time in the site's time zone into an instant, and back.

/** ISO 8601 with a zone, e.g. `2027-03-28T01:30:00.000Z`. */
export type Instant = string

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/

/** Whether the text names a moment whatever the place; one without a zone, or of a day that no month has, does not. */
export const isInstant = (text: string): text is Instant =>
  WITH_ZONE.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  parseLocal(text.slice(0, 'YYYY-MM-DDTHH:mm'.length)) !== null

/** @param name IANA, e.g. `Europe/Berlin` */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** What the clock on the wall shows at the moment, read as if it were UTC; milliseconds. */
function wallClock(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const value = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
}

const offset = (moment: number, timeZone: string): number =>
  wallClock(moment, timeZone) - Math.floor(moment / 1000) * 1000

/** Null for a date or time that no calendar has, such as 30 February. */
function parseLocal(local: string): number | null {
  const match = LOCAL.exec(local)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(wall).toISOString().startsWith(local) ? wall : null
}

const DAY = 86_400_000

export interface LocalTime {
  instant: Instant
  /** Whether the clocks were being changed then, so that an editor can be told what was made of the time. */
  clocks: 'plain' | 'skipped' | 'repeated'
}

/**
 * The instant of a local date and time. A time that the clocks skip in spring counts as if they had not been changed
 * yet, so it comes later by as much as is skipped (02:30 becomes 03:30); of a time that they repeat in autumn the first is
 * meant. That is RFC 5545 (3.3.5) and Temporal's `compatible`.
 * @param local `YYYY-MM-DDTHH:mm`, seconds allowed
 * @param timeZone IANA, e.g. `Europe/Berlin`
 * @returns null when the text is no such date and time
 * @throws RangeError for an unknown time zone
 */
export function instantOf(local: string, timeZone: string): LocalTime | null {
  const wall = parseLocal(local)
  if (wall === null) return null
  const [before, after] = [wall - DAY, wall + DAY].map((day) => wall - offset(day, timeZone)) as [
    number,
    number,
  ]
  const moments = [...new Set([before, after])].filter(
    (moment) => wallClock(moment, timeZone) === wall,
  )
  const [first = before] = moments.sort((a, b) => a - b)
  const clocks = (['skipped', 'plain', 'repeated'] as const)[moments.length] ?? 'plain'
  return { instant: new Date(first).toISOString(), clocks }
}

/** The instant as `YYYY-MM-DDTHH:mm` in the time zone, as an input of type `datetime-local` takes it. */
export const localTime = (instant: Instant, timeZone: string): string =>
  new Date(wallClock(Date.parse(instant), timeZone)).toISOString().slice(0, 16)
