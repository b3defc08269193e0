// Describes a refused event or write: thrown inside a transaction, and answered with its issues as data.
import type { RefusalIssue, OvertakenBy } from '@/cms/wording/panelIssue'
import { APIError } from 'payload'
import { namingWords } from '@/cms/wording/naming'
import { refusalOf, type WorkflowIssue } from '@/domain/workflow/events/issues'

/** One field in which what was sent differs from what is stored now, both as an editor reads them: words, not JSON. */
export interface Difference {
  field: string
  label: string
  yours: string
  theirs: string
}

/** What another account has done meanwhile: with a save that came too late the texts, with an event the event. */
export interface Conflict {
  differs?: Difference[]
  overtakenBy?: OvertakenBy
}

/** By this name the configuration leaves refusals, which are answers and no faults, out of the error log. */
export const REFUSED = 'Refused'

/** Payload answers it over REST with the status and, under `data`, the issues. */
export class Refused extends APIError<{ issues: RefusalIssue[] } & Conflict> {
  constructor(
    status: keyof typeof MESSAGES,
    readonly issues: RefusalIssue[],
    readonly conflict: Conflict = {},
  ) {
    super(messageOf(status, issues, conflict), status, { issues, ...conflict }, true)
    // Said here, since a build may shorten the names of classes.
    this.name = REFUSED
  }
}

const NEWER = 'Somebody else has saved a newer version. Nothing was overwritten.'

const MESSAGES = {
  403: 'This is not allowed.',
  404: 'Not found.',
  409: NEWER,
  412: NEWER,
  422: 'This cannot be done yet.',
  429: 'This was done too often for now.',
}

/** Of several documents at once Payload gives only this sentence for each. */
const BY_EVENT =
  'Publishing and withdrawing are steps of the workflow: open the document to take them.'

/** For a caller that reads no issues: a script that named no version is told how to. */
const UNNAMED = `${NEWER} Read it again with ?draft=true, and send its workflowVersion along.`

const isByEvent = (issue: RefusalIssue): boolean =>
  issue.code === 'operationNotAllowed' &&
  ['publishByStatus', 'unpublishByStatus'].includes(issue.operation)

const isUnnamed = (issue: RefusalIssue): boolean => issue.code === 'stale' && issue.given === null

const MOVED = 'Another step was taken meanwhile. Nothing was done.'

function messageOf(
  status: keyof typeof MESSAGES,
  issues: readonly RefusalIssue[],
  { overtakenBy }: Conflict,
): string {
  if (issues.some(isByEvent)) return BY_EVENT
  const named = issues.find((issue) => issue.code === 'stillNamed')
  if (named) return namingWords(named)
  if (overtakenBy || issues.some(({ code }) => code === 'stateMoved')) return MOVED
  return issues.some(isUnnamed) ? UNNAMED : MESSAGES[status]
}

const LOOK_AGAIN: readonly WorkflowIssue['code'][] = ['stale', 'stateMoved', 'partsMoved']

/** The answer to an event that `check` refused: who it is comes before when it is, and both before what is missing. */
export function refuseEvent(issues: WorkflowIssue[], overtakenBy?: OvertakenBy): Refused {
  if (refusalOf(issues) === 'forbidden') return new Refused(403, issues)
  const isLate = overtakenBy || issues.some(({ code }) => LOOK_AGAIN.includes(code))
  return new Refused(isLate ? 409 : 422, issues, overtakenBy && { overtakenBy })
}
