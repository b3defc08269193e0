// Renders the first page of the panel: counts of the work that waits for the account, and the lists behind them one click away.
import Link from 'next/link'
import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { Agenda } from './Agenda'
import { Calendar } from './Calendar'
import { calendarPage, monthHref, type CalendarPage } from './calendarPage'
import { EntryLine } from './EntryLine'
import type { ShownList } from './entries'
import { readDashboard } from './queries'
import './dashboard.css'

/** Where there is no room for a month the stylesheet shows the list in its place. */
function Scheduled({ list: { entries }, page }: { list: ShownList; page: CalendarPage }) {
  const { asList, month, timeZone } = page
  return (
    <div className={asList ? 'work-scheduled' : 'work-scheduled work-scheduled--calendar'}>
      <p>
        Times are those of {timeZone}.{' '}
        {asList && <Link href={monthHref(month)}>As a calendar</Link>}
      </p>
      {!asList && <Calendar entries={entries} page={page} />}
      <Agenda entries={entries} timeZone={timeZone} />
    </div>
  )
}

function Entries({ list, page }: { list: ShownList; page: CalendarPage }) {
  if (list.name === 'scheduled') return <Scheduled list={list} page={page} />
  return (
    <ul>
      {list.entries.map((entry, index) => (
        <EntryLine entry={entry} key={index} moment={list.moment} timeZone={page.timeZone} />
      ))}
    </ul>
  )
}

function List({ list, page }: { list: ShownList; page: CalendarPage }) {
  const { all, begin, empty, entries, hasMore, heading, name, warns } = list
  const isEmpty = entries.length === 0
  const look = isEmpty ? 'work-list--empty' : warns ? 'work-list--warns' : ''
  return (
    <details
      className={`work-list ${look}`}
      id={`work-${name}`}
      open={name === 'scheduled' && page.isAsked}
    >
      <summary>
        <h3>
          <span className="work-list__count">{`${entries.length}${hasMore ? '+' : ''}`}</span>{' '}
          {heading}
        </h3>
      </summary>
      {isEmpty ? <p>{empty}</p> : <Entries list={list} page={page} />}
      {isEmpty && begin && <Link href={begin.href}>{begin.label}</Link>}
      {!isEmpty && all && <Link href={all.href}>{all.label}</Link>}
    </details>
  )
}

interface Props {
  payload: Payload
  searchParams?: Record<string, string | string[] | undefined>
  user?: User
}

export default async function Dashboard({ payload, searchParams, user }: Props) {
  if (!user) return null
  const { lists, now, timeZone } = await readDashboard(payload, user)
  const page = calendarPage(searchParams ?? {}, now, timeZone)
  return (
    <section aria-labelledby="work-heading" className="work">
      <h2 id="work-heading">Work</h2>
      <div className="work__lists">
        {lists.map((list) => (
          <List key={list.name} list={list} page={page} />
        ))}
      </div>
    </section>
  )
}
