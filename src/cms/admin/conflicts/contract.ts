// Defines what the panel and the server send each other about saving one document, and about who has it open.
import type { Present, Seen } from '@/cms/workflow/overview/presence'
import type { Difference } from '@/cms/records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import type { Values } from '@/domain/workflow/reconcile'
import type { DocumentKey } from '../ui/contract'

export type { Difference, Present }

/** A document as it is stored, with the number of its version. */
export type Doc = Values & { workflowVersion?: number | null; updatedAt?: string }

export type Newer = RefusalIssue & { code: 'stale'; field: 'workflowVersion' }

export type Outcome =
  | { is: 'saved'; doc: Doc }
  | { is: 'stale'; newer: Newer; differs: Difference[] }
  /** Trying again does not help as long as nothing else changes. */
  | { is: 'refused'; issues: RefusalIssue[]; messages: string[] }
  /** Trying again may help: no network, no database, no time, no account signed in. */
  | { is: 'failed'; signedOut: boolean }

interface Answer {
  doc?: Doc
  errors?: {
    message?: string
    data?: { issues?: RefusalIssue[]; differs?: Difference[]; errors?: { label?: string }[] }
  }[]
}

/** A save without an answer for so long is one that failed. */
const PATIENCE_MS = 30_000

const addressOf = ({ kind, id }: DocumentKey, query: string): string =>
  `/api/${kind}/${id}?draft=true&depth=0&fallback-locale=null${query}`

const isNewer = (issue: RefusalIssue): issue is Newer =>
  issue.code === 'stale' && issue.field === 'workflowVersion'

function outcomeOf(status: number, { doc, errors = [] }: Answer): Outcome {
  if (status < 400 && doc) return { is: 'saved', doc }
  const issues = errors.flatMap(({ data }) => data?.issues ?? [])
  const newer = issues.find(isNewer)
  if (newer)
    return { is: 'stale', newer, differs: errors.flatMap(({ data }) => data?.differs ?? []) }
  // An account that is signed in is refused with issues.
  const signedOut = status === 401 || (status === 403 && issues.length === 0)
  if (signedOut || status === 429 || status >= 500) return { is: 'failed', signedOut }
  const labels = errors
    .flatMap(({ data }) => data?.errors ?? [])
    .flatMap(({ label }) => label ?? [])
  const messages = labels.length > 0 ? labels : errors.flatMap(({ message }) => message ?? [])
  return { is: 'refused', issues, messages }
}

/** @param data the fields to save, with `workflowVersion`: what they began from */
export async function sendSave(
  key: DocumentKey,
  data: Values,
  autosave: boolean,
): Promise<Outcome> {
  try {
    const response = await fetch(addressOf(key, autosave ? '&autosave=true' : ''), {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...data, _status: 'draft' }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return outcomeOf(response.status, (await response.json().catch(() => ({}))) as Answer)
  } catch {
    return { is: 'failed', signedOut: false }
  }
}

/** The working version as it is stored now; null when it cannot be read. */
export async function readWorking(key: DocumentKey): Promise<Doc | null> {
  try {
    const response = await fetch(addressOf(key, ''), {
      credentials: 'include',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

const presenceAddress = ({ kind, id }: DocumentKey): string => `/api/${kind}/${id}/presence`

/** Who else has it open, and of what revision it is; null when that is not known. */
export async function sayPresent(
  key: DocumentKey,
  tab: string,
  changed: boolean,
): Promise<Seen | null> {
  try {
    const response = await fetch(presenceAddress(key), {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ tab, changed }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok ? ((await response.json()) as Seen) : null
  } catch {
    return null
  }
}

/** A beacon is sent even while the page is being closed. */
export function sayLeaving(key: DocumentKey, tab: string): void {
  const body = new Blob([JSON.stringify({ tab, leaves: true })], { type: 'application/json' })
  navigator.sendBeacon(presenceAddress(key), body)
}
