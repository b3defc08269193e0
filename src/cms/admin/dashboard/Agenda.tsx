// Lists what is scheduled, day by day in the site's time zone, and highlights what failed or is overdue.
import Link from 'next/link'
import { agendaOf } from '@/domain/workflow/agenda'
import { weekdayWords } from '../../wording/dates'
import { KIND_WORDS } from '../../wording/workflow'
import { troubleWords } from './calendarPage'
import { hrefOf } from './EntryLine'
import type { Entry } from './entries'

export function Agenda({ entries, timeZone }: { entries: readonly Entry[]; timeZone: string }) {
  return (
    <ol className="work-agenda">
      {agendaOf(entries, timeZone).map(({ date, entries: onDay }) => (
        <li key={date}>
          <h4>
            <time dateTime={date}>{weekdayWords(date)}</time>
          </h4>
          <ul>
            {onDay.map(({ entry, time }) => (
              <li
                className={entry.warns ? 'work-entry--warns' : undefined}
                key={`${entry.kind} ${entry.id}`}
              >
                <time dateTime={entry.at}>{time}</time>
                <span>
                  <Link href={hrefOf(entry)}>{entry.title}</Link>
                  <span>
                    {KIND_WORDS[entry.kind]}
                    {entry.warns && `, ${troubleWords(entry)}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
