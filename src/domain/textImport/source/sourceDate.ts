// Reads the dates that a source states, in the notations of the systems that texts come from, as instants.
import { dateIn } from '../../time/calendar'
import { instantOf, type Instant } from '../../time/instant'

/** A day that is in the calendar, with the time and the zone where they are stated. */
export interface SourceDate {
  /** `YYYY-MM-DD`. */
  day: string
  /** `HH:mm:ss`, 24 hours. */
  time?: string
  /** Minutes east of UTC; absent: the time is that of the site's zone. */
  offset?: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '([a-z]{3,9})\\.?'
const TIME = '(?:(?:,|\\s+at)?[\\sT]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?'
const ZONE = '\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?'

/** Each notation, with the place of year, month and day among its groups; time and zone follow. */
const NOTATIONS: readonly { pattern: RegExp; at: readonly [number, number, number] }[] = [
  // 2014-05-05, 2014/5/5 9:07:00, 2014-05-05T09:07:00.000Z, 2014-05-05 09:07:00 +0200
  { pattern: pattern('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})'), at: [1, 3, 4] },
  // Jul 08 2022, July 8th, 2022
  { pattern: pattern(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`), at: [3, 1, 2] },
  // 8 July 2022, Tue, 08 Jul 2022 10:00:00 GMT
  {
    pattern: pattern(`(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})`),
    at: [3, 2, 1],
  },
]

function pattern(day: string): RegExp {
  return new RegExp(`^${day}${TIME}${ZONE}$`, 'i')
}

/** Null for what is no date, or one that can be read in two ways, such as 05/06/2014. */
export function parseSourceDate(text: string): SourceDate | null {
  const written = text.trim()
  for (const { pattern, at } of NOTATIONS) {
    const match = pattern.exec(written)
    if (!match) continue
    const [year, month, dayOfMonth] = at.map((group) => match[group] ?? '') as [
      string,
      string,
      string,
    ]
    const day = dayOf(year, month, dayOfMonth)
    const [hour, minute, second, zone] = match.slice(Math.max(...at) + 1)
    if (day === null) return null
    if (hour === undefined) return { day }
    const time = timeOf(hour, minute, second)
    const offset = zone === undefined ? undefined : offsetOf(zone)
    return time === null ? null : { day, time, ...(offset === undefined ? {} : { offset }) }
  }
  return null
}

const twoDigits = (digits: string): string => digits.padStart(2, '0')

function dayOf(year: string, month: string, day: string): string | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const text = [year, twoDigits(named > 0 ? String(named) : month), twoDigits(day)].join('-')
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

function timeOf(hour: string, minute = '00', second = '00'): string | null {
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return isTime ? [hour, minute, second].map(twoDigits).join(':') : null
}

function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/**
 * A day without a time is noon of that day, so that it is the same day in the time zones of nearly all readers.
 * @param timeZone of the site, for a time without a zone
 */
export function instantOfDate({ day, time, offset }: SourceDate, timeZone: string): Instant {
  if (offset !== undefined)
    return new Date(Date.parse(`${day}T${time}Z`) - offset * 60_000).toISOString()
  return instantOf(`${day}T${time ?? '12:00:00'}`, timeZone)?.instant ?? `${day}T12:00:00.000Z`
}

/** Hugo's date for none, and whatever else lies before there was anything to date. */
const isNone = ({ day }: SourceDate): boolean => day < '1000'

/** What a source says of its own time; texts as they are written there. */
export interface StatedDates {
  published?: string
  modified?: string
  expires?: string
}

export interface ReadDates {
  publishedAt?: Instant
  modifiedAt?: Instant
  /** The publication, or the end of it, in relation to now. */
  standing: 'past' | 'future' | 'expired'
}

/**
 * The dates of publication and of change. A text of which only the last change is known was published by then; a change
 * before the publication or after now is none.
 */
export function readDates(stated: StatedDates, now: Instant, timeZone: string): ReadDates {
  const [published, modified, expires] = [stated.published, stated.modified, stated.expires].map(
    (text) => {
      const date = text === undefined ? null : parseSourceDate(text)
      return date && !isNone(date) ? date : undefined
    },
  )
  const instant = (date: SourceDate): Instant => {
    const at = instantOfDate(date, timeZone)
    // A day without a time has come as soon as the day has.
    return date.time === undefined && date.day === dateIn(now, timeZone) && at > now ? now : at
  }
  const changed = modified && instant(modified)
  const modifiedAt = changed !== undefined && changed <= now ? changed : undefined
  const publishedAt = published ? instant(published) : modifiedAt
  const isOver = expires !== undefined && instant(expires) <= now
  return {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(modifiedAt !== undefined && modifiedAt >= (publishedAt ?? '') ? { modifiedAt } : {}),
    standing: isOver
      ? 'expired'
      : publishedAt !== undefined && publishedAt > now
        ? 'future'
        : 'past',
  }
}
