// Asks for what an event needs, says what it will do, and shows why it was refused.
'use client'
import { useState } from 'react'
import type { WorkflowEvent } from '@/domain/workflow/table'
import { CarriedParts } from './CarriedParts'
import { EventFields } from './EventFields'
import type { Answers, DocumentKey, Workflow } from '../../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { PanelDialog } from '../../ui/PanelDialog'
import { EVENT_WORDS } from '../../../wording/workflow'

interface Props {
  documentKey: DocumentKey
  event: WorkflowEvent
  workflow: Workflow
  onClose: () => void
  take: (answers: Answers) => Promise<readonly PanelIssue[]>
}

export function StepDialog({ documentKey, event, onClose, take, workflow }: Props) {
  const [answers, setAnswers] = useState<Answers>({})
  const { explains, label } = EVENT_WORDS[event]
  return (
    <PanelDialog
      explains={explains}
      heading={label}
      label={label}
      onClose={onClose}
      submit={() => take(answers)}
    >
      <CarriedParts documentKey={documentKey} event={event} workflow={workflow} />
      <EventFields
        answers={answers}
        asks={workflow.events[event].asks}
        documentKey={documentKey}
        event={event}
        onChange={(changed) => setAnswers({ ...answers, ...changed })}
        workflow={workflow}
      />
    </PanelDialog>
  )
}
