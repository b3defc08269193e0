// Renders the buttons of the workflow: what this account may do next with the document.
'use client'
import { Button, Popup, PopupList } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { WorkflowEvent } from '@/domain/workflow/table'
import type { DocumentKey, Workflow } from '../ui/contract'
import { StepDialog } from './dialog/StepDialog'
import { stepsOf } from './steps'
import { useSteps } from '../conflicts/useSteps'
import { useDocumentKey, useWorkflow } from '../ui/useWorkflow'
import { EVENT_WORDS } from '../../wording/workflow'
import './workflow.css'

interface Asking {
  event: WorkflowEvent
  workflow: Workflow
}

function Buttons({ documentKey, workflow }: { documentKey: DocumentKey; workflow: Workflow }) {
  const { save, take } = useSteps(documentKey)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [busy, setBusy] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  const { others, usual } = stepsOf(workflow)

  const openDialog = async (event: WorkflowEvent) => {
    setBusy(true)
    const known = await save(workflow)
    setBusy(false)
    // A save may have brought up an issue that blocks the step: then the panel says so, and no dialog opens.
    if (known && known.events[event].issues.length === 0) setAsking({ event, workflow: known })
  }

  const close = () => {
    setAsking(null)
    // The button that opened the dialog may be gone, because its step was taken: the keyboard stays with the others.
    if (document.activeElement === document.body) buttons.current?.focus()
  }

  return (
    <div aria-label="Steps" className="workflow-buttons" ref={buttons} role="group" tabIndex={-1}>
      {usual.map(({ event, issues }, index) => (
        <Button
          buttonStyle={index === 0 ? 'primary' : 'secondary'}
          disabled={busy || issues.length > 0}
          extraButtonProps={{ 'aria-describedby': 'workflow-in-the-way' }}
          id={`workflow-${event}`}
          key={event}
          margin={false}
          onClick={() => void openDialog(event)}
          size="medium"
          type="button"
        >
          {EVENT_WORDS[event].label}
        </Button>
      ))}
      {others.length > 0 && (
        <Popup
          button={<span className="workflow-more">More steps ▾</span>}
          horizontalAlign="right"
          render={({ close }) => (
            <PopupList.ButtonGroup>
              {others.map(({ event }) => (
                <PopupList.Button
                  id={`workflow-${event}`}
                  key={event}
                  onClick={() => {
                    close()
                    void openDialog(event)
                  }}
                >
                  {EVENT_WORDS[event].label}
                </PopupList.Button>
              ))}
            </PopupList.ButtonGroup>
          )}
          size="large"
        />
      )}
      {asking && (
        <StepDialog
          documentKey={documentKey}
          event={asking.event}
          onClose={close}
          take={(answers) => take(asking.event, asking.workflow, answers)}
          workflow={asking.workflow}
        />
      )}
    </div>
  )
}

export default function StepButtons() {
  const key = useDocumentKey()
  const { workflow } = useWorkflow(key)
  return key && workflow ? <Buttons documentKey={key} workflow={workflow} /> : null
}
