// A refused event or write: thrown inside a transaction, and answered with its issues as data.
import { APIError } from 'payload'
import { refusalOf, type WorkflowIssue } from '@/domain/workflow/issues'
import type { Operation } from '@/domain/workflow/policy'
import type { State } from '@/domain/workflow/table'

/** What only the wiring knows: the row is not there, the operation is not allowed, a field was not storable. */
export type RefusalIssue =
  | WorkflowIssue
  | { code: 'notFound' }
  | { code: 'notSignedIn' }
  | { code: 'requestInvalid'; field: string }
  | { code: 'operationNotAllowed'; operation: Operation; state: State | null }
  | { code: 'fieldInvalid'; field: string; message: string }
  /** Not refused: something broke while the schedule published, and it tries again. */
  | { code: 'scheduleFailed' }

/** One field in which what was sent differs from what is stored now. */
export interface Difference {
  field: string
  yours: unknown
  theirs: unknown
}

/** By this name the configuration keeps refusals, which are answers and no faults, out of the error log. */
export const REFUSED = 'Refused'

/** Payload answers it over REST with the status and, under `data`, the issues. */
export class Refused extends APIError<{ issues: RefusalIssue[]; differs?: Difference[] }> {
  constructor(
    status: 403 | 404 | 409 | 422,
    readonly issues: RefusalIssue[],
    readonly differs?: Difference[],
  ) {
    super(MESSAGES[status], status, { issues, ...(differs ? { differs } : {}) }, true)
    // Said here, since a build may shorten the names of classes.
    this.name = REFUSED
  }
}

const MESSAGES = {
  403: 'This is not allowed.',
  404: 'Not found.',
  409: 'Somebody else has saved a newer version. Nothing was overwritten.',
  422: 'This cannot be done yet.',
}

const isStale = (issues: readonly WorkflowIssue[]): boolean =>
  issues.some(({ code }) => code === 'stale')

/** The answer to an event that `check` refused: who it is comes before when it is, and both before what is missing. */
export function refuseEvent(issues: WorkflowIssue[]): Refused {
  if (refusalOf(issues) === 'forbidden') return new Refused(403, issues)
  return new Refused(isStale(issues) ? 409 : 422, issues)
}
