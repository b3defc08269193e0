// Defines what the panel and the server send each other about one document's workflow.
import type { PanelIssue } from '@/cms/wording/panelIssue'
import type { Overview } from '@/cms/workflow/overview/overview'
import type { OvertakenBy, RefusalIssue } from '@/cms/wording/panelIssue'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'

/** The answer to `GET /api/{collection}/{id}/workflow`. */
export type Workflow = Overview

/** What `POST /api/{collection}/{id}/events` takes besides the event and the version that was seen. */
export interface Answers {
  note?: string
  at?: string
  reason?: string
  target?: Id | null
}

export interface DocumentKey {
  kind: Kind
  id: Id
}

/** What a field of the dialog works with. */
export interface AskProps {
  answers: Answers
  documentKey: DocumentKey
  workflow: Workflow
  onChange: (changed: Answers) => void
}

/** @param what of the document, such as `events` */
export const addressOf = ({ kind, id }: DocumentKey, what: string): string =>
  `/api/${kind}/${id}/${what}`

/** Redirects to the working version of an article as readers would get it. */
export const previewHref = (id: Id): string => `/api/articles/${id}/preview`

/** What was on the screen when the step was chosen. */
export type Seen = Pick<Workflow, 'carried' | 'state' | 'version'>

export const sendEvent = (
  key: DocumentKey,
  event: WorkflowEvent,
  { carried, version, state }: Seen,
  answers: Answers,
): Promise<readonly PanelIssue[]> => {
  const parts = carried.map((part) => ({ kind: part.kind, id: part.id, version: part.version }))
  return send(key, 'events', { event, version, state, parts, ...answers })
}

/** A question or a link as it was on the screen. */
export type Part = Workflow['carried'][number]

/** Keeps the change of a shared question or link in this article alone. */
export const sendCopy = (
  key: DocumentKey,
  { version }: Pick<Seen, 'version'>,
  part: Part,
): Promise<readonly PanelIssue[]> => {
  const seen = { kind: part.kind, id: part.id, version: part.version }
  return send(key, 'copies', { version, part: seen })
}

interface Refusal {
  issues: RefusalIssue[]
  overtakenBy: OvertakenBy
}

/** Resolves to the issues; to none when it was done. */
export async function send(
  key: DocumentKey,
  what: string,
  body: object = {},
): Promise<readonly PanelIssue[]> {
  try {
    const response = await fetch(addressOf(key, what), {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return []
    const { issues, overtakenBy } = (await response.json()) as Partial<Refusal>
    if (overtakenBy) return [{ code: 'overtaken', ...overtakenBy }]
    return issues?.length ? issues : [{ code: 'unreachable' }]
  } catch {
    return [{ code: 'unreachable' }]
  }
}
