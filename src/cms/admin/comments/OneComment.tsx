// Renders one comment with its answers: who wrote it, when and of which version; its words; and whether it is resolved.
'use client'
import { useState } from 'react'
import type { ShownComment } from '@/cms/review/comments/list'
import { dateWords } from '../../wording/dates'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { messageOf } from '../../wording/issues'
import { AddComment } from './AddComment'

interface Props {
  comment: ShownComment
  answer: (said: { text: string; version: number }) => Promise<readonly PanelIssue[]>
  settle: (settled: boolean) => Promise<readonly PanelIssue[]>
  timeZone: string
  /** Of the working version. */
  version: number
}

const saidBy = ({ guest, who }: ShownComment): string => guest ?? who?.name ?? 'The command line'

function Said({ comment, timeZone, version }: Pick<Props, 'comment' | 'timeZone' | 'version'>) {
  const { guest, id, settled, text, when } = comment
  const age = comment.version === version ? 'this version' : `version ${comment.version}`
  return (
    <>
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
    </>
  )
}

export function OneComment({ answer, comment, settle, timeZone, version }: Props) {
  const [busy, setBusy] = useState(false)
  const [answering, setAnswering] = useState(false)
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const { answers, id, settled } = comment

  const change = async () => {
    setBusy(true)
    setIssues(await settle(!settled))
    setBusy(false)
  }

  const send = async (said: { text: string; version: number }) => {
    const refused = await answer(said)
    setAnswering(refused.length > 0)
    return refused
  }

  return (
    <li>
      <Said comment={comment} timeZone={timeZone} version={version} />
      {answers.length > 0 && (
        <ul aria-label="Answers" className="comments__answers">
          {answers.map((each) => (
            <li key={each.id}>
              <Said comment={each} timeZone={timeZone} version={version} />
            </li>
          ))}
        </ul>
      )}
      {!settled && (
        <button
          aria-describedby={`comment-${id}-who`}
          aria-expanded={answering}
          onClick={() => setAnswering(!answering)}
          type="button"
        >
          Answer
        </button>
      )}{' '}
      <button
        aria-describedby={`comment-${id}-who`}
        disabled={busy}
        onClick={() => void change()}
        type="button"
      >
        {settled ? 'Reopen' : 'Resolve'}
      </button>
      {answering && !settled && (
        <AddComment
          autoFocus
          button="Send the answer"
          label={`Answer to ${saidBy(comment)}`}
          say={send}
          version={version}
        />
      )}
      {issues.map((issue, index) => (
        <p className="workflow-refusal" key={index} role="alert">
          {messageOf(issue)}
        </p>
      ))}
    </li>
  )
}
