// The one line that says what readers see now, and how far the working version has come.
'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'
import { standing } from '@/domain/workflow/subject'
import { dateWords } from '../dateWords'
import type { Workflow } from './contract'
import { useTimeZone } from './useTimeZone'
import { readAgain, useDocumentKey, useWorkflow } from './useWorkflow'
import { STANDING_WORDS, STATE_WORDS } from './words'
import './workflow.css'

function workingWords({ forced, scheduledAt, state }: Workflow, timeZone: string): string {
  const when = scheduledAt ? ` for ${dateWords(scheduledAt, timeZone)} (${timeZone})` : ''
  const by = forced ? ', without approval so far' : ''
  return STATE_WORDS[state] + when + (state === 'published' ? by : '')
}

const readersWords = (workflow: Workflow): string =>
  workflow.state === 'published' && workflow.live
    ? 'this version'
    : STANDING_WORDS[standing(workflow)]

export default function StatusLine() {
  const key = useDocumentKey()
  const { lastUpdateTime } = useDocumentInfo()
  const { failed, workflow } = useWorkflow(key)
  const timeZone = useTimeZone()
  useEffect(() => {
    if (key) void readAgain(key)
  }, [key, lastUpdateTime])
  if (!workflow)
    return <p className="workflow-status">{failed ? 'The workflow cannot be read.' : '…'}</p>
  return (
    <p className="workflow-status" role="status">
      Readers see <strong>{readersWords(workflow)}</strong>. Working version:{' '}
      <strong className={`workflow-state workflow-state--${workflow.state}`}>
        {workingWords(workflow, timeZone)}
      </strong>
      .
    </p>
  )
}
