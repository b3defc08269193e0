// Lists every issue that an editor reads in the panel: the domain's, and those that only the wiring knows.
import type { DaysIssue } from '@/domain/articles/review/reviewLink'
import type { TextIssue } from '@/domain/text/typedText'
import type { WorkflowIssue } from '@/domain/workflow/events/issues'
import type { Operation } from '@/domain/workflow/policy'
import type { Id } from '@/domain/workflow/subject'
import type { State, WorkflowEvent } from '@/domain/workflow/table'
import type { Naming } from './naming'

/** What only the wiring knows: the row is not there, the operation is not allowed, a field was not storable. */
export type RefusalIssue =
  | WorkflowIssue
  | TextIssue
  | DaysIssue
  | { code: 'notFound' }
  | { code: 'notSignedIn' }
  | { code: 'requestInvalid'; field: string }
  | { code: 'operationNotAllowed'; operation: Operation; state: State | null }
  | { code: 'fieldInvalid'; field: string; message: string }
  /** Of a deletion: what names the row. */
  | ({ code: 'stillNamed' } & Naming)
  /** Not refused: something broke while the schedule published, and it tries again. */
  | { code: 'scheduleFailed' }
  /** An answer to a comment that another account has settled meanwhile. */
  | { code: 'commentSettled' }
  /** Pasted at once into an FAQ section. */
  | { code: 'questionsTooMany'; max: number }
  /** On one review link, within an hour. */
  | { code: 'remarksTooMany'; max: number }
  /** Of a save: who saved a newer version, and when; `given` is null when the save did not say what it began from. */
  | {
      code: 'stale'
      field: 'workflowVersion'
      given: number | null
      version: number
      by: { id: Id; name: string } | null
      at: string
    }

/** Another account's event that a refused one came too late for; `by` is null for the schedule and for commands. */
export interface OvertakenBy {
  event: WorkflowEvent
  from: State
  to: State
  at: string
  by: { id: Id; name: string } | null
}

/**
 * Empty when the event happened. A failure that is no refusal comes as one `unreachable`, and one that only came too late
 * as one `overtaken`.
 */
export type PanelIssue =
  RefusalIssue | { code: 'unreachable' } | ({ code: 'overtaken' } & OvertakenBy)
