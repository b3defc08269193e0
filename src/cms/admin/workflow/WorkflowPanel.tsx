// Shows beside the text what blocks the next step, whether an approval still holds, and what happened so far.
'use client'
import { useAuth } from '@payloadcms/ui'
import type { Kind } from '@/domain/workflow/subject'
import { Comments } from '../comments/Comments'
import { dateWords } from '../../wording/dates'
import { ReviewLinks } from '../reviewLinks/ReviewLinks'
import type { Workflow } from '../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { History } from './History'
import { Blockers } from './Blockers'
import { LiveArticles } from './LiveArticles'
import { messageOf } from '../../wording/issues'
import { FAILED, stepsOf, WAITING } from './steps'
import { useDocumentKey, useWorkflow } from '../ui/useWorkflow'
import { andWords, brokenWords, countWords, EVENT_WORDS, turnWords } from '../../wording/workflow'
import './workflow.css'

function NextStep({ kind, workflow }: { kind: Kind; workflow: Workflow }) {
  const { inTheWay, usual } = stepsOf(workflow)
  const [main] = usual
  if (!main) return <p>{workflow.scheduleFailure ? FAILED : WAITING[workflow.state]}</p>
  const { label } = EVENT_WORDS[main.event]
  return inTheWay.length === 0 ? (
    <p>Next: {label}.</p>
  ) : (
    <Blockers heading={`Before “${label}”`} issues={inTheWay} kind={kind} />
  )
}

/** Said to an account that cannot give the approval: for whom it waits. */
function TurnNote({ turn }: Pick<Workflow, 'turn'>) {
  const { user } = useAuth()
  if (!turn || turn.some(({ id }) => id === user?.id)) return null
  return (
    <p className={turn.length === 0 ? 'workflow-broken' : undefined}>
      {turnWords(turn.map(({ name }) => name))}
    </p>
  )
}

function SealNote({ seal }: Pick<Workflow, 'seal'>) {
  if (!seal) return null
  if (seal.intact) return <p>The approval holds: nothing has changed since.</p>
  return (
    <div className="workflow-broken" role="alert">
      <p>The approval no longer holds. After it:</p>
      <ul>
        {seal.broken.map((part, index) => (
          <li key={index}>{brokenWords(part)}</li>
        ))}
      </ul>
    </div>
  )
}

function ForcedNote({ forced, timeZone }: Workflow) {
  return forced ? (
    <p className="workflow-broken">
      Published without approval on {dateWords(forced.at, timeZone)}: “{forced.note}”
    </p>
  ) : null
}

function FailureNote({ scheduleFailure, timeZone }: Workflow) {
  return scheduleFailure ? (
    <div className="workflow-broken" role="alert">
      <p>It could not be published on {dateWords(scheduleFailure.at, timeZone)}.</p>
      <ul>
        {scheduleFailure.issues.map((issue, index) => (
          <li key={index}>{messageOf(issue as PanelIssue)}</li>
        ))}
      </ul>
    </div>
  ) : null
}

function Bundle({ carried }: Pick<Workflow, 'carried'>) {
  const kinds = [...new Set(carried.map(({ kind }) => kind))]
  const parts = kinds.map((kind) =>
    countWords(kind, carried.filter((part) => part.kind === kind).length),
  )
  return parts.length > 0 ? <p>Approved and published with it: {parts.join(', ')}.</p> : null
}

export default function WorkflowPanel() {
  const key = useDocumentKey()
  const { failed, workflow } = useWorkflow(key)
  return (
    <section aria-labelledby="workflow-heading" className="workflow-panel field-type">
      <h2 id="workflow-heading">Workflow</h2>
      {failed && <p role="alert">The workflow cannot be read. Reload the page to try again.</p>}
      {!key && <p>It begins with the first save.</p>}
      {key && workflow && (
        <>
          <div id="workflow-in-the-way">
            <NextStep kind={key.kind} workflow={workflow} />
          </div>
          <TurnNote turn={workflow.turn} />
          <FailureNote {...workflow} />
          <SealNote seal={workflow.seal} />
          <ForcedNote {...workflow} />
          {workflow.advice.length > 0 && (
            <Blockers heading="Worth a look" issues={workflow.advice} kind={key.kind} />
          )}
          <LiveArticles usedIn={workflow.usedIn} />
          <Bundle carried={workflow.carried} />
          {workflow.authors.length > 0 && (
            <p>
              Not approved yet: changes of {andWords(workflow.authors.map(({ name }) => name))}.
            </p>
          )}
          {!workflow.fourEyes && <p>Four eyes are switched off in the site settings.</p>}
          <Comments documentKey={key} workflow={workflow} />
          {key.kind === 'articles' && <ReviewLinks documentKey={key} workflow={workflow} />}
          <History documentKey={key} history={workflow.history} timeZone={workflow.timeZone} />
        </>
      )}
    </section>
  )
}
