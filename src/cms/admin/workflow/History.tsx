// What happened to the document so far, newest first.
'use client'
import { dateWords } from '../dateWords'
import type { Workflow } from './contract'
import { EVENT_WORDS, roleWords, STATE_WORDS } from './words'

type HistoryRow = Workflow['history'][number]

const SHOWN = 5

function Row({ row, timeZone }: { row: HistoryRow; timeZone: string }) {
  const who = row.who?.name ?? `The ${roleWords(row.role)}`
  const states = [...new Set([row.from, row.to])].map((state) => STATE_WORDS[state]).join(' → ')
  return (
    <li>
      <p>
        <strong>{who}</strong> {EVENT_WORDS[row.what].past}
        {row.at && ` for ${dateWords(row.at, timeZone)}`}
        {row.reason && ` (${row.reason})`}
        {row.fourEyesOff && ', with four eyes switched off'}
      </p>
      {row.note && <blockquote>{row.note}</blockquote>}
      <p className="workflow-history__when">
        <time dateTime={row.when}>{dateWords(row.when, timeZone)}</time> · {states}
      </p>
    </li>
  )
}

export function History({ history: rows, timeZone }: Pick<Workflow, 'history' | 'timeZone'>) {
  const listed = (some: readonly HistoryRow[]) => (
    <ol className="workflow-history">
      {some.map((row) => (
        <Row key={`${row.when} ${row.what}`} row={row} timeZone={timeZone} />
      ))}
    </ol>
  )
  return (
    <>
      <h4>History</h4>
      {rows.length === 0 && <p>Nothing yet: the first step will be listed here.</p>}
      {rows.length > 0 && listed(rows.slice(0, SHOWN))}
      {rows.length > SHOWN && (
        <details>
          <summary>{rows.length - SHOWN} earlier</summary>
          {listed(rows.slice(SHOWN))}
        </details>
      )}
    </>
  )
}
