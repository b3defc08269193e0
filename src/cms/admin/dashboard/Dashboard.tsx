// What waits for whom, on the first page of the panel: counts, and the lists behind them one click away.
import Link from 'next/link'
import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { Agenda } from './Agenda'
import { EntryLine } from './EntryLine'
import type { ShownList } from './entries'
import { readDashboard } from './queries'
import './dashboard.css'

function Entries({ list, timeZone }: { list: ShownList; timeZone: string }) {
  if (list.name === 'scheduled') return <Agenda entries={list.entries} timeZone={timeZone} />
  return (
    <ul>
      {list.entries.map((entry, index) => (
        <EntryLine entry={entry} key={index} moment={list.moment} timeZone={timeZone} />
      ))}
    </ul>
  )
}

function List({ list, timeZone }: { list: ShownList; timeZone: string }) {
  const { all, begin, empty, entries, hasMore, heading, warns } = list
  const isEmpty = entries.length === 0
  const look = isEmpty ? 'work-list--empty' : warns ? 'work-list--warns' : ''
  return (
    <details className={`work-list ${look}`}>
      <summary>
        <h3>
          <span className="work-list__count">{`${entries.length}${hasMore ? '+' : ''}`}</span>{' '}
          {heading}
        </h3>
      </summary>
      {isEmpty ? <p>{empty}</p> : <Entries list={list} timeZone={timeZone} />}
      {isEmpty && begin && <Link href={begin.href}>{begin.label}</Link>}
      {!isEmpty && all && <Link href={all.href}>{all.label}</Link>}
    </details>
  )
}

export default async function Dashboard({ payload, user }: { payload: Payload; user?: User }) {
  if (!user) return null
  const { lists, timeZone } = await readDashboard(payload, user)
  return (
    <section aria-labelledby="work-heading" className="work">
      <h2 id="work-heading">Work</h2>
      <div className="work__lists">
        {lists.map((list) => (
          <List key={list.name} list={list} timeZone={timeZone} />
        ))}
      </div>
    </section>
  )
}
