// Decides which page of the calendar is open (a month in the site's time zone, or all of it as a list), and links to the others.
import { dateIn, isMonth, monthOf, type Month } from '@/domain/time/calendar'
import type { Instant } from '@/domain/time/instant'
import type { Entry } from './entries'

export interface CalendarPage {
  month: Month
  timeZone: string
  /** `YYYY-MM-DD` in the time zone. */
  today: string
  /** All of it as a list, where there would be room for a calendar too. */
  asList: boolean
  /** The editor opened this page by one of the links below. */
  isAsked: boolean
}

/** @param asked what the address of the dashboard says, whatever that is; a month that is none is the present one */
export function calendarPage(
  { as, month }: Record<string, unknown>,
  now: Instant,
  timeZone: string,
): CalendarPage {
  const today = dateIn(now, timeZone)
  const asList = as === 'list'
  return {
    timeZone,
    today,
    asList,
    month: isMonth(month) ? month : monthOf(today),
    isAsked: isMonth(month) || asList,
  }
}

export const monthHref = (month: Month): string => `/admin?month=${month}#work-scheduled`
export const LIST_HREF = '/admin?as=list#work-scheduled'

/** Of an entry that warns. */
export const troubleWords = ({ detail }: Entry): string =>
  detail ? `failed: ${detail}` : 'overdue'
