// Asks for what an event needs, says what it will do, and shows why it was refused.
'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { createPortal } from 'react-dom'
import type { WorkflowEvent } from '@/domain/workflow/table'
import { Asks } from './Asks'
import type { Answers, DocumentKey, PanelIssue, Workflow } from './contract'
import { messageOf } from './messages'
import { EVENT_WORDS } from './words'

interface Props {
  documentKey: DocumentKey
  event: WorkflowEvent
  workflow: Workflow
  onClose: () => void
  take: (answers: Answers) => Promise<readonly PanelIssue[]>
}

export function StepDialog({ documentKey, event, onClose, take, workflow }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [answers, setAnswers] = useState<Answers>({})
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const [busy, setBusy] = useState(false)
  const { explains, label } = EVENT_WORDS[event]

  useEffect(() => dialog.current?.showModal(), [])

  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    // React hands events of a portal on to the form around it, which would save the document.
    submitted.stopPropagation()
    setBusy(true)
    const refused = await take(answers)
    setBusy(false)
    if (refused.length === 0) onClose()
    else setIssues(refused)
  }

  return createPortal(
    <dialog aria-labelledby={heading} className="workflow-dialog" onClose={onClose} ref={dialog}>
      <form noValidate onSubmit={(submitted) => void submit(submitted)}>
        <h2 id={heading}>{label}</h2>
        <p>{explains}</p>
        <Asks
          answers={answers}
          asks={workflow.events[event].asks}
          documentKey={documentKey}
          event={event}
          onChange={(changed) => setAnswers({ ...answers, ...changed })}
          workflow={workflow}
        />
        {issues.length > 0 && (
          <ul className="workflow-refusal" role="alert">
            {issues.map((issue, index) => (
              <li key={index}>{messageOf(issue)}</li>
            ))}
          </ul>
        )}
        <div className="workflow-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button disabled={busy} margin={false} type="submit">
            {label}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
