// Groups what is scheduled into a calendar: by day, as the site's time zone counts days.
import { localTime, type Instant } from '../time/instant'

export interface Day<Entry> {
  /** `YYYY-MM-DD` in the time zone. */
  date: string
  entries: { entry: Entry; /** `HH:mm` in the time zone. */ time: string }[]
}

/** Days and times in order; days without an entry are left out. */
export function agendaOf<Entry extends { at: Instant }>(
  entries: readonly Entry[],
  timeZone: string,
): Day<Entry>[] {
  const days = new Map<string, Day<Entry>>()
  const sorted = entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  for (const entry of sorted) {
    const [date = '', time = ''] = localTime(entry.at, timeZone).split('T')
    const day = days.get(date) ?? { date, entries: [] }
    day.entries.push({ entry, time })
    days.set(date, day)
  }
  return [...days.values()]
}
