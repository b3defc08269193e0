// What waits for whom, on the first page of the panel: counts, and the lists behind them one click away.
import Link from 'next/link'
import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { dateWords } from '../dateWords'
import { KIND_WORDS } from '../workflow/words'
import { readDashboard, type ShownList } from './queries'
import './dashboard.css'

function List({ list, timeZone }: { list: ShownList; timeZone: string }) {
  const { empty, entries, hasMore, heading, warns } = list
  const count = `${entries.length}${hasMore ? '+' : ''}`
  return (
    <details className={warns && entries.length > 0 ? 'work-list work-list--warns' : 'work-list'}>
      <summary>
        <span className="work-list__count">{count}</span> {heading}
      </summary>
      {entries.length === 0 && <p>{empty}</p>}
      <ul>
        {entries.map(({ at, id, kind, title }) => (
          <li key={`${kind} ${id} ${at}`}>
            <Link href={`/admin/collections/${kind}/${id}`}>{title}</Link>
            <span>
              <time dateTime={at}>{dateWords(at, timeZone)}</time> · {KIND_WORDS[kind]}
            </span>
          </li>
        ))}
      </ul>
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
