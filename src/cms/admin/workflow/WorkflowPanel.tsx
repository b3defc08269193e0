// Beside the text: what stands in the way of the next step, whether an approval still holds, and what happened so far.
'use client'
import { dateWords } from '../dateWords'
import type { Workflow } from './contract'
import { History } from './History'
import { InTheWay } from './InTheWay'
import { stepsOf, WAITING } from './steps'
import { useTimeZone } from './useTimeZone'
import { useDocumentKey, useWorkflow } from './useWorkflow'
import { brokenWords, EVENT_WORDS } from './words'
import './workflow.css'

function SealNote({ seal }: Pick<Workflow, 'seal'>) {
  if (!seal) return null
  if (seal.intact) return <p>The approval holds: nothing has changed since.</p>
  return (
    <div className="workflow-broken" role="alert">
      <p>The approval no longer holds. After it,</p>
      <ul>
        {seal.broken.map((part, index) => (
          <li key={index}>{brokenWords(part)}</li>
        ))}
      </ul>
    </div>
  )
}

function ForcedNote({ forced }: Pick<Workflow, 'forced'>) {
  const timeZone = useTimeZone()
  return forced ? (
    <p className="workflow-broken">
      Published without approval on {dateWords(forced.at, timeZone)}: “{forced.note}”
    </p>
  ) : null
}

export default function WorkflowPanel() {
  const key = useDocumentKey()
  const { failed, workflow } = useWorkflow(key)
  const steps = workflow && stepsOf(workflow)
  const main = steps?.usual[0]
  return (
    <section aria-labelledby="workflow-heading" className="workflow-panel field-type">
      <h3 id="workflow-heading">Workflow</h3>
      {failed && <p role="alert">The workflow cannot be read. Reload the page to try again.</p>}
      {!key && <p>It begins with the first save.</p>}
      {key && workflow && steps && (
        <>
          <div id="workflow-in-the-way">
            {main && steps.inTheWay.length > 0 ? (
              <InTheWay
                heading={`Before “${EVENT_WORDS[main.event].label}”`}
                issues={steps.inTheWay}
                kind={key.kind}
              />
            ) : (
              <p>{main ? `Next: ${EVENT_WORDS[main.event].label}.` : WAITING[workflow.state]}</p>
            )}
          </div>
          <SealNote seal={workflow.seal} />
          <ForcedNote forced={workflow.forced} />
          {workflow.authors.length > 0 && (
            <p>
              Changes since the last approval by{' '}
              {workflow.authors.map(({ name }) => name).join(', ')}.
            </p>
          )}
          {!workflow.fourEyes && <p>Four eyes are switched off in the site settings.</p>}
          <History rows={workflow.history} />
        </>
      )}
    </section>
  )
}
