// Lists what happened to the document so far, newest first.
'use client'
import Link from 'next/link'
import { dateWords } from '../../wording/dates'
import type { DocumentKey, Workflow } from '../ui/contract'
import { happenedWords } from '../ui/happened'
import { roleWords, STATE_WORDS } from '../../wording/workflow'

type HistoryRow = Workflow['history'][number]

const SHOWN = 5

function Row({ row, timeZone }: { row: HistoryRow; timeZone: string }) {
  const who = row.who?.name ?? `The ${roleWords(row.role)}`
  const states = [...new Set([row.from, row.to])].map((state) => STATE_WORDS[state]).join(' → ')
  return (
    <li>
      <p>
        <strong>{who}</strong> {happenedWords(row, timeZone)}
      </p>
      {row.note && <blockquote>{row.note}</blockquote>}
      <p className="workflow-history__when">
        <time dateTime={row.when}>{dateWords(row.when, timeZone)}</time> · {states}
      </p>
    </li>
  )
}

type Props = Pick<Workflow, 'history' | 'timeZone'> & { documentKey: DocumentKey }

export function History({ documentKey: { id, kind }, history: rows, timeZone }: Props) {
  const listed = (some: readonly HistoryRow[]) => (
    <ol className="workflow-history">
      {some.map((row) => (
        <Row key={`${row.when} ${row.what}`} row={row} timeZone={timeZone} />
      ))}
    </ol>
  )
  return (
    <>
      <h3>History</h3>
      {rows.length === 0 && <p>Nothing yet: the first step will be listed here.</p>}
      {rows.length > 0 && listed(rows.slice(0, SHOWN))}
      {rows.length > SHOWN && (
        <details>
          <summary>{rows.length - SHOWN} earlier</summary>
          {listed(rows.slice(SHOWN))}
        </details>
      )}
      <p>
        <Link href={`/admin/collections/${kind}/${id}/history`}>Versions and what changed</Link>
      </p>
    </>
  )
}
