// Renders one document in a list of the dashboard.
import Link from 'next/link'
import { dateWords } from '../../wording/dates'
import { KIND_WORDS } from '../../wording/workflow'
import type { Entry } from './entries'

export const hrefOf = ({ id, kind }: Entry): string => `/admin/collections/${kind}/${id}`

export function EntryLine(props: { entry: Entry; moment: string; timeZone: string }) {
  const { entry, moment, timeZone } = props
  return (
    <li className={entry.warns ? 'work-entry--warns' : undefined}>
      <Link href={hrefOf(entry)}>{entry.title}</Link>
      <span>
        {KIND_WORDS[entry.kind]}, {moment}{' '}
        <time dateTime={entry.at}>{dateWords(entry.at, timeZone)}</time>
      </span>
      {entry.detail && <span>{entry.detail}</span>}
    </li>
  )
}
