// Adds a comment to the version that is on the screen, or an answer to a comment.
'use client'
import { useForm } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { LIMITS } from '@/domain/access/limits'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { messageOf } from '../../wording/issues'
import { VERSION } from '../ui/useWorkflow'

interface Props {
  /** Of the field, and of the button that sends it. */
  label: string
  button: string
  autoFocus?: boolean
  say: (comment: { text: string; version: number }) => Promise<readonly PanelIssue[]>
  /** Of the working version, where the form does not know which one it shows. */
  version: number
}

/** No form of its own: it is within the document's form, and HTML allows no form in a form. */
export function AddComment({ autoFocus, button, label, say, version }: Props) {
  const id = useId()
  const { getField } = useForm()
  const [text, setText] = useState('')
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const [busy, setBusy] = useState(false)

  const add = async () => {
    setBusy(true)
    const refused = await say({ text, version: Number(getField(VERSION)?.value ?? version) })
    setBusy(false)
    setIssues(refused)
    if (refused.length === 0) setText('')
  }

  return (
    <div className="workflow-ask">
      <label htmlFor={id}>{label}</label>
      <textarea
        aria-describedby={issues.length > 0 ? `${id}-issues` : undefined}
        aria-invalid={issues.length > 0}
        autoFocus={autoFocus}
        id={id}
        maxLength={LIMITS.note}
        onChange={({ target }) => setText(target.value)}
        rows={3}
        value={text}
      />
      {issues.length > 0 && (
        <p className="workflow-refusal" id={`${id}-issues`} role="alert">
          {issues.map(messageOf).join(' ')}
        </p>
      )}
      <button className="workflow-do" disabled={busy} onClick={() => void add()} type="button">
        {button}
      </button>
    </div>
  )
}
