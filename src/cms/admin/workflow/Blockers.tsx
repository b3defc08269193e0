// Lists what has to be put right first, each entry with the way to its place.
'use client'
import Link from 'next/link'
import type { WorkflowIssue } from '@/domain/workflow/events/issues'
import type { Kind } from '@/domain/workflow/subject'
import { goToField } from '../ui/goToField'
import { messageOf } from '../../wording/issues'

/** Issues about another document that the body shows: there the text is put right. */
const ELSEWHERE: [RegExp, string][] = [
  [/^image/, 'media'],
  [/^(question|answer|faq)/, 'faq-items'],
  [/^readAlso/, 'read-also-links'],
]

export function placeOf(issue: WorkflowIssue, kind: Kind): string | null {
  if (kind !== 'articles' || !('id' in issue) || !('severity' in issue)) return null
  const collection = ELSEWHERE.find(([codes]) => codes.test(issue.code))?.[1]
  const isGone = /(faqItem|image|readAlso)Missing$/.test(issue.code)
  return collection && !isGone ? `/admin/collections/${collection}/${issue.id}` : null
}

function Way({ issue, kind }: { issue: WorkflowIssue; kind: Kind }) {
  const place = placeOf(issue, kind)
  if (place) return <Link href={place}>Open it</Link>
  if (!('severity' in issue)) return null
  return (
    <button onClick={() => void goToField(issue.field)} type="button">
      Go to the field
    </button>
  )
}

interface Props {
  heading: string
  issues: readonly WorkflowIssue[]
  kind: Kind
}

export function Blockers({ heading, issues, kind }: Props) {
  return (
    <>
      <h3>{heading}</h3>
      <ul className="workflow-issues">
        {issues.map((issue, index) => (
          <li key={index}>
            {messageOf(issue)} <Way issue={issue} kind={kind} />
          </li>
        ))}
      </ul>
    </>
  )
}
