// Renders the form under a review page: a guest's name and remark. Works without script.
import type { ReactNode } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { REMARKS_PER_HOUR } from '@/domain/articles/review/remark'
import type { TextIssue } from '@/domain/text/typedText'
import { FORM_ID } from './formId'
import type { Review } from './ReviewNotice'

const MESSAGES: Record<TextIssue['code'], (issue: TextIssue) => string> = {
  textMissing: ({ field }) =>
    field === 'name'
      ? 'Give your name, so that the editors know who says it.'
      : 'Write what you have to say.',
  textTooLong: (issue) =>
    'length' in issue ? `This has ${issue.length} characters; at most ${issue.max} fit.` : '',
  textUnstorable: () => 'This contains a character that cannot be stored. Please type it again.',
}

interface FieldProps {
  name: 'name' | 'text'
  label: string
  issues: readonly TextIssue[]
  /** The first field that was refused takes the focus. */
  first: boolean
  children: (attributes: object) => ReactNode
}

function Field({ name, label, issues, first, children }: FieldProps): ReactNode {
  const id = `${FORM_ID}_${name}`
  const issue = issues.find(({ field }) => field === name)
  const refused = issue && {
    'aria-invalid': true,
    'aria-describedby': `${id}_error`,
    autoFocus: first,
  }
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      {children({ id, name, required: true, ...refused })}
      {issue && (
        <strong className="field-error" id={`${id}_error`}>
          {MESSAGES[issue.code](issue)}
        </strong>
      )}
    </p>
  )
}

function Outcome({ outcome }: Pick<Review, 'outcome'>): ReactNode {
  if (outcome === 'stored')
    return <p role="status">Thank you. The editors have your remark. You may leave another one.</p>
  if (outcome === 'tooMany')
    return (
      <p role="alert">
        Your remark was not sent: this link takes {REMARKS_PER_HOUR} remarks in an hour. What you
        wrote is still here; please send it later.
      </p>
    )
  return (
    outcome === 'refused' && <p role="alert">Your remark was not sent yet. Please look again.</p>
  )
}

export function RemarkForm({ path, outcome, remark, issues = [] }: Review): ReactNode {
  const field = { issues, first: false }
  const [refused] = issues
  return (
    <section className="remark" id={FORM_ID} aria-labelledby={`${FORM_ID}_heading`}>
      <h2 id={`${FORM_ID}_heading`}>Leave a remark</h2>
      <form method="post" action={`${path}#${FORM_ID}`} acceptCharset="utf-8" noValidate>
        <Outcome outcome={outcome} />
        <Field {...field} name="name" label="Your name" first={refused?.field === 'name'}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="name"
              defaultValue={remark?.name}
              maxLength={LIMITS.name}
            />
          )}
        </Field>
        <Field {...field} name="text" label="Your remark" first={refused?.field === 'text'}>
          {(attributes) => (
            <textarea
              {...attributes}
              defaultValue={remark?.text}
              maxLength={LIMITS.note}
              rows={6}
            />
          )}
        </Field>
        <p>
          <button type="submit">Send the remark</button>
        </p>
      </form>
    </section>
  )
}
