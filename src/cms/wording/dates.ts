// Writes moments and dates for the panel.

/** Such as `3 May 2027, 10:12`. */
export const dateWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )

const inUtc = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(date))

/** Such as `Monday 3 May 2027`, of a calendar date. */
export const weekdayWords = (date: string): string => inUtc(date, { dateStyle: 'full' })

/** Such as `3 May 2027`. */
export const dayWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(new Date(instant))

/** The day's number, of a calendar date. */
export const dayOfMonth = (date: string): number => Number(date.slice(8))

/** Such as `May 2027`, of `2027-05`. */
export const monthWords = (month: string): string =>
  inUtc(`${month}-01`, { month: 'long', year: 'numeric' })

/** From Monday on. */
export const WEEKDAYS = ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
  long: inUtc(`2024-01-${day}`, { weekday: 'long' }),
  short: inUtc(`2024-01-${day}`, { weekday: 'short' }),
}))
