// Describes days without a time of day: the days of a calendar, the same wherever they are read.

/** ISO 8601, `YYYY-MM-DD`. */
export type Day = string

export const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text)

/** The day of a date field without a time: the panel stores noon of that day in UTC. */
export const storedDay = (date: string): Day => date.slice(0, 'YYYY-MM-DD'.length)
