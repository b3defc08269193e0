// Shows in the panel's header how many notices wait, and the newest of them with the way to each document.
'use client'
import Link from 'next/link'
import { useRef, useState } from 'react'
import type { InboxNotice } from '@/cms/notices/endpoints'
import { dateWords } from '../../wording/dates'
import { useNotices, type Notices } from './useNotices'
import './notices.css'
// The bell is on every screen of the panel.
import '../ui/panel.css'

const LIST = 'notices-list'

interface LineProps {
  notice: InboxNotice
  timeZone: string
  onLeave: () => void
  onSee: () => void
}

function Line({ notice, onLeave, onSee, timeZone }: LineProps) {
  const { at, document, note, seen, sentence } = notice
  const leave = () => {
    if (!seen) onSee()
    onLeave()
  }
  return (
    <li className={seen ? 'notice' : 'notice notice--unseen'}>
      {document ? (
        <Link href={`/admin/collections/${document.kind}/${document.id}`} onClick={leave}>
          {sentence}
        </Link>
      ) : (
        <span>{sentence}</span>
      )}
      {note && <blockquote>{note}</blockquote>}
      <span className="notice__foot">
        <time dateTime={at}>{dateWords(at, timeZone)}</time>
        {!seen && (
          <button aria-label={`Mark as seen: ${sentence}`} onClick={onSee} type="button">
            Mark as seen
          </button>
        )}
      </span>
    </li>
  )
}

const Sign = () => (
  <svg
    aria-hidden="true"
    fill="none"
    height="20"
    stroke="currentColor"
    viewBox="0 0 20 20"
    width="20"
  >
    <path d="M4.5 14.5h11l-1.4-2.2V8.6a4.1 4.1 0 0 0-8.2 0v3.7zM8.4 16.5a1.7 1.7 0 0 0 3.2 0" />
  </svg>
)

function List({ notices: { inbox, see }, onLeave }: { notices: Notices; onLeave: () => void }) {
  if (!inbox) return <p>The notices have not been read yet.</p>
  const { notices, timeZone, unseen } = inbox
  return (
    <>
      <header>
        <h2>Notices</h2>
        {unseen > 0 && (
          <button onClick={() => void see()} type="button">
            Mark all as seen
          </button>
        )}
      </header>
      {notices.length === 0 && (
        <p>Nothing yet. What others do with your texts, and what waits for you, appears here.</p>
      )}
      <ul>
        {notices.map((notice) => (
          <Line
            key={notice.id}
            notice={notice}
            onLeave={onLeave}
            onSee={() => void see(notice.id)}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </>
  )
}

export default function Bell() {
  const notices = useNotices()
  const [isOpen, setIsOpen] = useState(false)
  const list = useRef<HTMLElement>(null)
  const unseen = notices.inbox?.unseen ?? 0
  return (
    <div className="notices">
      <button
        aria-label={unseen > 0 ? `Notices, ${unseen} not seen yet` : 'Notices'}
        className="notices__bell"
        popoverTarget={LIST}
        type="button"
      >
        <Sign />
        {unseen > 0 && <span className="notices__count">{unseen > 99 ? '99+' : unseen}</span>}
      </button>
      <section
        aria-label="Notices"
        className="notices__list"
        id={LIST}
        onBeforeToggle={({ newState }) => setIsOpen(newState === 'open')}
        popover="auto"
        ref={list}
      >
        {isOpen && <List notices={notices} onLeave={() => list.current?.hidePopover()} />}
      </section>
    </div>
  )
}
