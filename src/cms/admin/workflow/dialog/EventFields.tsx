// Renders the fields of the dialog: one for each thing that an event asks, and a note that may come with every one.
'use client'
import { useId, useState, type ReactNode } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { instantOf } from '@/domain/time/instant'
import type { Ask, WorkflowEvent } from '@/domain/workflow/table'
import { AssigneeAsk } from './AssigneeAsk'
import type { AskProps } from '../../ui/contract'
import { TargetAsk } from './TargetAsk'
import { ASK_WORDS, EVENT_WORDS, REASON_WORDS } from '../../../wording/workflow'

const CLOCK_WORDS = {
  plain: '',
  skipped: 'The clocks are put forward then, so it happens an hour later than written.',
  repeated: 'The clocks are put back then; the first of the two hours is meant.',
}

function DateAsk({ onChange, workflow: { timeZone } }: AskProps) {
  const id = useId()
  const [clocks, setClocks] = useState<keyof typeof CLOCK_WORDS>('plain')
  const change = (local: string) => {
    const time = instantOf(local, timeZone)
    setClocks(time?.clocks ?? 'plain')
    onChange({ at: time?.instant ?? local })
  }
  return (
    <div className="workflow-ask">
      <label htmlFor={id}>{ASK_WORDS.date}</label>
      <input
        aria-describedby={`${id}-zone`}
        autoFocus
        id={id}
        onChange={({ target }) => change(target.value)}
        type="datetime-local"
      />
      <p id={`${id}-zone`}>
        In the time zone of the site, {timeZone}. {CLOCK_WORDS[clocks]}
      </p>
    </div>
  )
}

function ReasonAsk(props: AskProps) {
  const { answers, onChange } = props
  const { reasons } = props.workflow
  const name = useId()
  return (
    <>
      <fieldset className="workflow-ask">
        <legend>{ASK_WORDS.reason}</legend>
        {reasons.map((reason, index) => (
          <label key={reason}>
            <input
              autoFocus={index === 0}
              checked={answers.reason === reason}
              name={name}
              onChange={() => onChange({ reason, target: undefined })}
              type="radio"
              value={reason}
            />
            {REASON_WORDS[reason]}
          </label>
        ))}
      </fieldset>
      {answers.reason === 'moved' && <TargetAsk {...props} />}
    </>
  )
}

const FIELDS: Record<Exclude<Ask, 'note'>, (props: AskProps) => ReactNode> = {
  date: DateAsk,
  reason: ReasonAsk,
  assignee: AssigneeAsk,
}

export function EventFields({
  asks,
  event,
  ...props
}: AskProps & { asks: readonly Ask[]; event: WorkflowEvent }) {
  const id = useId()
  const isRequired = asks.includes('note')
  return (
    <>
      {asks.map((ask) => {
        if (ask === 'note') return null
        const Field = FIELDS[ask]
        return <Field key={ask} {...props} />
      })}
      <div className="workflow-ask">
        <label htmlFor={id}>
          {EVENT_WORDS[event].note}
          {isRequired ? '' : ' (optional)'}
        </label>
        <textarea
          aria-required={isRequired}
          autoFocus={isRequired}
          id={id}
          maxLength={LIMITS.note}
          onChange={({ target }) => props.onChange({ note: target.value })}
          rows={3}
          value={props.answers.note ?? ''}
        />
      </div>
    </>
  )
}
