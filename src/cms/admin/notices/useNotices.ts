// Reads the account's notices, again on each page of the panel and once a minute while the panel is visible.
'use client'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import type { Inbox } from '@/cms/notices/endpoints'

const EVERY_MS = 60_000

/** Null when the site does not answer; what was known stays on the screen. */
async function requestNotices<Answer>(path: string, body?: object): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/notices/${path}`, {
      credentials: 'include',
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

const markSeenIn = (inbox: Inbox, unseen: number, isSeen: (id: number) => boolean): Inbox => ({
  ...inbox,
  unseen,
  notices: inbox.notices.map((notice) => ({ ...notice, seen: notice.seen || isSeen(notice.id) })),
})

export interface Notices {
  /** Null until the first answer. */
  inbox: Inbox | null
  /** Marks one notice, or all of them without an id. */
  see: (id?: number) => Promise<void>
}

export function useNotices(): Notices {
  const [inbox, setInbox] = useState<Inbox | null>(null)
  const page = usePathname()
  useEffect(() => {
    let isCurrent = true
    const readInbox = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await requestNotices<Inbox>('mine')
      if (answer && isCurrent) setInbox(answer)
    }
    void readInbox()
    const clock = setInterval(readInbox, EVERY_MS)
    document.addEventListener('visibilitychange', readInbox)
    return () => {
      isCurrent = false
      clearInterval(clock)
      document.removeEventListener('visibilitychange', readInbox)
    }
  }, [page])
  const see = useCallback(async (id?: number) => {
    const answer = await requestNotices<{ unseen: number }>(
      'seen',
      id ? { ids: [id] } : { all: true },
    )
    if (answer)
      setInbox(
        (known) =>
          known && markSeenIn(known, answer.unseen, (each) => id === undefined || each === id),
      )
  }, [])
  return { inbox, see }
}
