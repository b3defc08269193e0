// Makes everything that names an author, a category or a topic name another one from now on, from the form of that row.
'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState, type ReactNode } from 'react'
import { messageOf } from '@/cms/wording/issues'
import { useAnswer } from '@/cms/admin/ui/useAnswer'
import type { GivenDocument } from '@/cms/plugins/giveToAnother'
import './naming.css'

const BECAME: Record<GivenDocument['became'], string> = {
  live: 'live with the other name; somebody else has to approve it afterwards',
  inReview: 'waits for approval',
  draft: 'saved, and not submitted yet',
  refused: 'not changed',
}

interface Others {
  docs: { id: number; name: string }[]
}

export function GiveToAnother(): ReactNode {
  const { collectionSlug, id } = useDocumentInfo()
  const select = useId()
  const router = useRouter()
  const [given, setGiven] = useState<readonly GivenDocument[]>()
  const [busy, setBusy] = useState(false)
  const { answer } = useAnswer<Others>(
    id ? `/api/${collectionSlug}?limit=1000&depth=0&sort=name&joins=false` : null,
  )
  const others = (answer?.docs ?? []).filter((other) => other.id !== id)
  if (!id || others.length === 0) return null

  async function send(): Promise<void> {
    const chosen = document.getElementById(select)
    if (!(chosen instanceof HTMLSelectElement) || chosen.value === '') return
    setBusy(true)
    const response = await fetch(`/api/${collectionSlug}/${id}/give`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ to: Number(chosen.value) }),
    }).catch(() => undefined)
    setBusy(false)
    const said = (await response?.json().catch(() => undefined)) as
      { given?: GivenDocument[] } | undefined
    if (!response?.ok || !said?.given)
      toast.error('It was not given to another. Nothing was changed; try again.')
    else setGiven(said.given)
    router.refresh()
  }

  return (
    <details className="give-to-another">
      <summary>Give everything that names this to another</summary>
      <p>
        Articles and answers that name this one, live or in work, name the other one from then on.
        Each is saved as a new version. What was live waits for approval; an administrator publishes
        it at once, and somebody else approves it afterwards. Older versions stay as they were.
      </p>
      <label htmlFor={select}>Give to</label>
      <select id={select} defaultValue="">
        <option value="" disabled>
          Choose …
        </option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </select>
      <Button size="small" disabled={busy} margin={false} onClick={() => void send()}>
        {busy ? 'Giving …' : 'Give'}
      </Button>
      {given && (
        <div role="status">
          {given.length === 0 && <p>Nothing named it.</p>}
          <ul>
            {given.map(({ collection, id: document, title, became, issues }) => (
              <li key={`${collection}/${document}`}>
                <a href={`/admin/collections/${collection}/${document}`}>{title}</a>:{' '}
                {BECAME[became]}
                {issues.map((issue) => (
                  <span key={issue.code}> {messageOf(issue)}</span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}
