// One comment: who said it, when and of which version; what they said; and whether it is resolved.
'use client'
import { useState } from 'react'
import type { ShownComment } from '@/cms/comments/list'
import { dateWords } from '../dateWords'
import type { PanelIssue } from '../workflow/contract'
import { messageOf } from '../workflow/messages'

interface Props {
  comment: ShownComment
  settle: (settled: boolean) => Promise<readonly PanelIssue[]>
  timeZone: string
  /** Of the working version. */
  version: number
}

const saidBy = ({ guest, who }: ShownComment): string => guest ?? who?.name ?? 'The command line'

export function OneComment({ comment, settle, timeZone, version }: Props) {
  const [busy, setBusy] = useState(false)
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const { guest, id, settled, text, when } = comment
  const age = comment.version === version ? 'this version' : `version ${comment.version}`

  const change = async () => {
    setBusy(true)
    setIssues(await settle(!settled))
    setBusy(false)
  }

  return (
    <li>
      <p id={`comment-${id}-who`}>
        <strong>{saidBy(comment)}</strong>
        {guest !== null && (
          <span className="comments__guest" title="Came by a review link, without an account">
            guest
          </span>
        )}
      </p>
      <blockquote>{text}</blockquote>
      <p className="workflow-history__when">
        <time dateTime={when}>{dateWords(when, timeZone)}</time> · {age}
        {settled && ` · resolved by ${settled.by?.name ?? 'the command line'}`}
      </p>
      <button
        aria-describedby={`comment-${id}-who`}
        disabled={busy}
        onClick={() => void change()}
        type="button"
      >
        {settled ? 'Reopen' : 'Resolve'}
      </button>
      {issues.map((issue, index) => (
        <p className="workflow-refusal" key={index} role="alert">
          {messageOf(issue)}
        </p>
      ))}
    </li>
  )
}
