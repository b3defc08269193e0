// Lays out a month as a calendar on the wall shows it: whole weeks from Monday (ISO 8601) to Sunday.
import { localTime, type Instant } from './instant'

/** `YYYY-MM`, of the years 2000 to 2999. */
export type Month = string

const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/
const DAY_MS = 86_400_000
const WEEK = 7

export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && MONTH.test(text)

/** The month of a date, `YYYY-MM-DD`. */
export const monthOf = (date: string): Month => date.slice(0, 7)

/** The date of an instant in the time zone, `YYYY-MM-DD`. */
export const dateIn = (instant: Instant, timeZone: string): string =>
  localTime(instant, timeZone).slice(0, 10)

/** So many months later; earlier when it is negative. */
export function monthsLater(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return monthOf(new Date(Date.UTC(year, number - 1 + months)).toISOString())
}

/** Every date of the weeks that the month touches, week by week. */
export function weeksOf(month: Month): string[][] {
  const first = Date.parse(`${month}-01`)
  const daysSinceMonday = (new Date(first).getUTCDay() + WEEK - 1) % WEEK
  const end = Date.parse(`${monthsLater(month, 1)}-01`)
  const weeks: string[][] = []
  for (let day = first - daysSinceMonday * DAY_MS; day < end; day += WEEK * DAY_MS)
    weeks.push(
      Array.from({ length: WEEK }, (_, index) =>
        new Date(day + index * DAY_MS).toISOString().slice(0, 10),
      ),
    )
  return weeks
}
