// Names in the dialog of a step the questions and links that go live with the article, and the other live articles that change.
'use client'
import { useState } from 'react'
import type { WorkflowEvent } from '@/domain/workflow/table'
import { sendCopy, type DocumentKey, type Part, type Workflow } from '../../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { messageOf } from '../../../wording/issues'
import { carriedWords, ONLY_HERE } from '../../../wording/workflow'

/** The steps on the way to readers. */
const EVENTS: readonly WorkflowEvent[] = [
  'submit',
  'approve',
  'schedule',
  'publish',
  'forcePublish',
]

interface Props {
  documentKey: DocumentKey
  event: WorkflowEvent
  workflow: Workflow
}

export function CarriedParts({ documentKey, event, workflow }: Props) {
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const [busy, setBusy] = useState(false)
  if (workflow.carried.length === 0 || !EVENTS.includes(event)) return null
  const keepHere = async (part: Part) => {
    setBusy(true)
    const found = await sendCopy(documentKey, workflow, part)
    setBusy(false)
    setIssues(found)
    // The text names another part now, which an open editor of rich text does not learn. All is saved by now.
    if (found.length === 0) window.location.reload()
  }
  return (
    <section className="workflow-ask">
      <h3>Goes live with it</h3>
      <ul>
        {workflow.carried.map((part) => (
          <li key={`${part.kind} ${part.id}`}>
            {carriedWords(part)}{' '}
            {part.usedIn.total > 0 && (
              <button
                aria-label={`${ONLY_HERE}: “${part.title}”`}
                disabled={busy}
                onClick={() => void keepHere(part)}
                type="button"
              >
                {ONLY_HERE}
              </button>
            )}
          </li>
        ))}
      </ul>
      {issues.length > 0 && (
        <div className="workflow-broken" role="alert">
          {issues.map((issue, index) => (
            <p key={index}>{messageOf(issue)}</p>
          ))}
        </div>
      )}
    </section>
  )
}
