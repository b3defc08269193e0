// Lists the reasons why an event is refused, as data: the sentences are made where they are shown.
import type { ContentIssue } from '../checklist/contentIssues'
import type { Instant } from '../../time/instant'
import type { BrokenPart } from '../seal'
import type { Id, PartVersion, WithdrawalReason } from '../subject'
import type { ActorRole, State, WorkflowEvent } from '../table'

/** One reason that lies in the event, the actor or the request; `field` names a field of the request. */
export type EventIssue =
  | { code: 'notActive' }
  | { code: 'roleNotAllowed'; event: WorkflowEvent; role: ActorRole }
  | { code: 'notYours' }
  /** Four eyes: the actor wrote some of what would be approved. */
  | { code: 'ownChanges' }
  /** The actor published by force what would be approved afterwards. */
  | { code: 'ownForce' }
  /** `allowed`: the states in which this role may do it. */
  | { code: 'wrongState'; state: State; allowed: readonly State[] }
  | { code: 'stale'; field: 'version'; given: number; version: number }
  /** An event came between the caller's look and this one. */
  | { code: 'stateMoved'; field: 'state'; given: State; state: State }
  /** What goes live with the article was saved, or came in, between the caller's look and this event. */
  | { code: 'partsMoved'; field: 'parts'; parts: readonly PartVersion[] }
  /** Broken parts are listed as the page is now. */
  | { code: 'sealBroken'; broken: readonly BrokenPart[] }
  | { code: 'sealMissing' }
  | { code: 'expertApprovalMissing' }
  | { code: 'expertSealBroken'; broken: readonly BrokenPart[] }
  | { code: 'expertReviewNotRequired' }
  | { code: 'alreadyApproved'; by: Id }
  | { code: 'notDue'; at: Instant | null }
  | { code: 'notShown' }
  | { code: 'notForced' }
  /** Readers get no earlier version that it could go back to. */
  | { code: 'noEarlierVersion' }
  | { code: 'versionMissing'; field: 'version' }
  | { code: 'noteMissing'; field: 'note' }
  | { code: 'noteTooLong'; field: 'note'; length: number; max: number }
  | { code: 'dateMissing'; field: 'at' }
  | { code: 'dateInvalid'; field: 'at' }
  | { code: 'dateNotInFuture'; field: 'at'; now: Instant }
  | { code: 'reasonMissing'; field: 'reason'; allowed: readonly WithdrawalReason[] }
  | { code: 'reasonInvalid'; field: 'reason'; allowed: readonly WithdrawalReason[] }
  /** A notice wants the text that was live, and an earlier withdrawal gave it away. */
  | { code: 'noTextLeft'; field: 'reason' }
  | { code: 'targetMissing'; field: 'target' }
  | { code: 'targetItself'; field: 'target' }
  | { code: 'targetUnusable'; field: 'target'; id: Id }

export type WorkflowIssue = EventIssue | ContentIssue

/** `forbidden`: not this person. `conflict`: not in the present state. `invalid`: what was sent, or the text, is not fit. */
export type Refusal = 'forbidden' | 'conflict' | 'invalid'

const REFUSALS: Record<EventIssue['code'], Refusal> = {
  notActive: 'forbidden',
  roleNotAllowed: 'forbidden',
  notYours: 'forbidden',
  ownChanges: 'forbidden',
  ownForce: 'forbidden',
  wrongState: 'conflict',
  stale: 'conflict',
  stateMoved: 'conflict',
  partsMoved: 'conflict',
  sealBroken: 'conflict',
  sealMissing: 'conflict',
  expertApprovalMissing: 'conflict',
  expertSealBroken: 'conflict',
  expertReviewNotRequired: 'conflict',
  alreadyApproved: 'conflict',
  notDue: 'conflict',
  notShown: 'conflict',
  notForced: 'conflict',
  noEarlierVersion: 'conflict',
  versionMissing: 'invalid',
  noteMissing: 'invalid',
  noteTooLong: 'invalid',
  dateMissing: 'invalid',
  dateInvalid: 'invalid',
  dateNotInFuture: 'invalid',
  reasonMissing: 'invalid',
  reasonInvalid: 'invalid',
  noTextLeft: 'conflict',
  targetMissing: 'invalid',
  targetItself: 'invalid',
  targetUnusable: 'invalid',
}

const isEventIssue = (issue: WorkflowIssue): issue is EventIssue => issue.code in REFUSALS

/** What kind of refusal a list of issues makes: the gravest of them, `forbidden` before `conflict` before `invalid`. */
export function refusalOf(issues: readonly WorkflowIssue[]): Refusal {
  const found = new Set(
    issues.map((issue) => (isEventIssue(issue) ? REFUSALS[issue.code] : 'invalid')),
  )
  return found.has('forbidden') ? 'forbidden' : found.has('conflict') ? 'conflict' : 'invalid'
}
