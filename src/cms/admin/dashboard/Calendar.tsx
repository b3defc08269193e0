// Shows what is scheduled on a page of a calendar: one month in the site's time zone, and the ways to the other months.
import Link from 'next/link'
import { agendaOf, type Day } from '@/domain/workflow/agenda'
import { monthOf, monthsLater, weeksOf, type Month } from '@/domain/time/calendar'
import { dayOfMonth, monthWords, WEEKDAYS } from '../../wording/dates'
import { LIST_HREF, monthHref, troubleWords, type CalendarPage } from './calendarPage'
import type { Entry } from './entries'
import { hrefOf } from './EntryLine'

interface DayProps {
  date: string
  entries: Day<Entry>['entries']
  page: CalendarPage
}

function DayOf({ date, entries, page: { month, today } }: DayProps) {
  const isToday = date === today
  return (
    <td
      aria-current={isToday ? 'date' : undefined}
      className={monthOf(date) === month ? undefined : 'work-calendar__beside'}
    >
      <time dateTime={date}>{dayOfMonth(date)}</time>
      {isToday && ' today'}
      <ul>
        {entries.map(({ entry, time }) => (
          <li
            className={entry.warns ? 'work-entry--warns' : undefined}
            key={`${entry.kind} ${entry.id}`}
          >
            <Link href={hrefOf(entry)}>
              <time dateTime={entry.at}>{time}</time> {entry.title}
            </Link>
            {entry.warns && <span>{troubleWords(entry)}</span>}
          </li>
        ))}
      </ul>
    </td>
  )
}

function OtherMonths({ days, month }: { days: readonly Day<Entry>[]; month: Month }) {
  const others = [...new Set(days.map(({ date }) => monthOf(date)))].filter((own) => own !== month)
  if (others.length === 0) return null
  const inMonth = (other: Month) =>
    days.filter(({ date }) => monthOf(date) === other).flatMap(({ entries }) => entries)
  return (
    <p>
      Also scheduled:{' '}
      {others.map((other, index) => (
        <span key={other}>
          {index > 0 && ', '}
          <Link href={monthHref(other)}>{monthWords(other)}</Link> ({inMonth(other).length}
          {inMonth(other).some(({ entry }) => entry.warns) && ', overdue or failed'})
        </span>
      ))}
    </p>
  )
}

export function Calendar({ entries, page }: { entries: readonly Entry[]; page: CalendarPage }) {
  const { month, timeZone } = page
  const days = agendaOf(entries, timeZone)
  const onDate = new Map(days.map(({ date, entries: onDay }) => [date, onDay]))
  return (
    <div className="work-calendar">
      <nav aria-label="Month">
        <Link href={monthHref(monthsLater(month, -1))}>← {monthWords(monthsLater(month, -1))}</Link>
        <Link href={monthHref(monthsLater(month, 1))}>{monthWords(monthsLater(month, 1))} →</Link>
        <Link href={LIST_HREF}>As a list</Link>
      </nav>
      <table>
        <caption>{monthWords(month)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map(({ long, short }) => (
              <th key={long} scope="col">
                <abbr title={long}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <DayOf date={date} entries={onDate.get(date) ?? []} key={date} page={page} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <OtherMonths days={days} month={month} />
    </div>
  )
}
