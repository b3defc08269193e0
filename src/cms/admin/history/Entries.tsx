// Lists what happened, newest first; any two of the versions in it can be chosen.
'use client'
import type { HistoryPage } from '@/cms/review/history/readHistory'
import type { Id } from '@/domain/workflow/subject'
import { dateWords } from '../../wording/dates'
import { happenedWords } from '../ui/happened'
import { roleWords, STATE_WORDS } from '../../wording/workflow'
import type { HistoryEntry, VersionName } from './contract'

export interface Chosen {
  from: VersionName | null
  to: VersionName | null
}

interface Props {
  chosen: Chosen
  history: HistoryPage
  onChoose: (chosen: Chosen) => void
  onRestore: (version: Id, when: string) => void
}

/** The other events are about a version that is there already. */
const versionIn = (entry: HistoryEntry): Id | null =>
  entry.entry === 'saved' || entry.wentLive ? entry.versionId : null

function whatWords(entry: HistoryEntry, timeZone: string): string {
  if (entry.entry === 'event') return happenedWords(entry.event, timeZone)
  if (entry.status === 'published') return 'went live together with another document'
  if (entry.restored) return 'restored an earlier version'
  return entry.saves === 1 ? 'saved it' : `saved it ${entry.saves} times`
}

const whoWords = (entry: HistoryEntry): string =>
  entry.who?.name ??
  (entry.entry === 'event' ? `The ${roleWords(entry.event.role)}` : 'The site itself')

const SIDES = [
  ['from', 'Compare from'],
  ['to', 'Compare to'],
] as const

function Entry({ chosen, entry, history, onChoose, onRestore }: Props & { entry: HistoryEntry }) {
  const { liveId, timeZone, workingId } = history
  const version = versionIn(entry)
  const when = dateWords(entry.when, timeZone)
  const isEvent = entry.entry === 'event'
  /** Which of the names of a version are this one's. */
  const names = [
    ...(version === null ? [] : [String(version)]),
    ...(version !== null && version === workingId ? ['working'] : []),
    ...(version !== null && version === liveId ? ['live'] : []),
  ]
  return (
    <li className={`history-entry${version === null ? ' history-entry--event' : ''}`}>
      {version !== null && (
        <div className="history-entry__choice">
          {SIDES.map(([side, label]) => (
            <input
              aria-label={`${label}: ${whoWords(entry)}, ${when}`}
              checked={names.includes(chosen[side] ?? '')}
              key={side}
              name={`history-${side}`}
              onChange={() => onChoose({ ...chosen, [side]: String(version) })}
              type="radio"
            />
          ))}
        </div>
      )}
      <div className="history-entry__words">
        <p>
          <strong>{whoWords(entry)}</strong> {whatWords(entry, timeZone)}
        </p>
        {isEvent && entry.event.note && <blockquote>{entry.event.note}</blockquote>}
        <p className="history-entry__when">
          <time dateTime={entry.when}>{when}</time>
          {isEvent && ` · ${STATE_WORDS[entry.event.to]}`}
          {!isEvent && entry.version !== null && ` · version ${entry.version}`}
        </p>
        {(names.includes('working') || names.includes('live')) && (
          <p className="history-entry__names">
            {names.includes('working') && <span>Working version</span>}
            {names.includes('live') && <span>Readers see this</span>}
          </p>
        )}
        {version !== null && version !== workingId && (
          <button
            aria-describedby={history.restore.length > 0 ? 'history-locked' : undefined}
            disabled={history.restore.length > 0}
            onClick={() => onRestore(version, entry.when)}
            type="button"
          >
            Restore as draft
          </button>
        )}
        {isEvent && version === null && entry.versionId !== null && (
          <button
            onClick={() => onChoose({ from: String(entry.versionId), to: 'working' })}
            type="button"
          >
            What changed since
          </button>
        )}
      </div>
    </li>
  )
}

export function Entries(props: Props) {
  return (
    <>
      <p aria-hidden="true" className="history-sides">
        <span>from</span>
        <span>to</span>
      </p>
      <ol className="history-entries">
        {props.history.docs.map((entry) => (
          <Entry key={`${entry.entry} ${entry.when} ${entry.versionId}`} {...props} entry={entry} />
        ))}
      </ol>
    </>
  )
}
