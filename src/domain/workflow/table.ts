// Defines the editorial workflow in one table: for each event its states before and after, the roles that may trigger
// it, its conditions and its effects.
//
// Two things are kept apart. The *state* says how far the working version (the newest saved one) has come. What
// *readers get* is another matter: the live version, a withdrawal, or nothing yet. Saving a published article starts
// the next working version as a draft while the live version stays; it goes through the same steps, and publishing
// it replaces the live version. Hence `published` says that the working version is the live one, and `withdrawn` that
// it is what was taken away; in the other states an earlier version may be live, withdrawn, or there is none.
//
// Saving is not an event. It moves a state only where the working version stops being what the state says of it
// (`AFTER_SAVE`); an approval does not need that, its seal breaks by itself and can mend by itself.
import type { Role } from '../access/roles'

export const STATES = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

export const WORKFLOW_EVENTS = [
  'submit',
  'recall',
  'requestChanges',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'unpublish',
  'forcePublish',
  'approveAfterwards',
  'assign',
  'discard',
] as const
export type WorkflowEvent = (typeof WORKFLOW_EVENTS)[number]

/** Accounts by role, and two that are not accounts: the clock, and a command on the machine that holds the database. */
export type ActorRole = Role | 'scheduler' | 'operator'

/** `own`: only what the account created or is assigned to. */
export type Scope = 'any' | 'own'
type Who = Partial<Record<ActorRole, Scope>>

/** What must hold of the article as it is; see needs.ts. */
export type Need =
  | 'complete'
  | 'fourEyes'
  | 'fourEyesOnForced'
  | 'expertsTurn'
  | 'editorsTurn'
  | 'expertApproval'
  | 'seal'
  | 'due'
  | 'shown'
  | 'earlierShown'
  | 'forced'
  | 'expertsTurnOnForced'
  | 'expertApprovalOnForced'

/** What the request must bring along; see asks.ts. */
export type Ask = 'note' | 'date' | 'reason' | 'assignee'

/** What is noted beside the state; see apply.ts. */
export type Effect =
  | 'retract'
  | 'approveAsExpert'
  | 'approve'
  | 'setDate'
  | 'goLive'
  | 'leave'
  | 'markForced'
  | 'approveForcedAsExpert'
  | 'settleForced'
  | 'setAssignee'
  | 'drop'

export interface Rule {
  event: WorkflowEvent
  from: readonly State[]
  /** `atRest`: where it was before its next version was begun, `published` or `withdrawn`; see `stateAfter`. */
  to: State | 'same' | 'atRest'
  who: Who
  needs: readonly Need[]
  does: readonly Effect[]
}

const EDITORS: Who = { editor: 'any', admin: 'any' }
const EXPERTS: Who = { reviewer: 'any' }
const EXPERTS_AND_EDITORS: Who = { ...EXPERTS, ...EDITORS }
const AUTHORS_AND_EDITORS: Who = { writer: 'own', reviewer: 'own', ...EDITORS }
const SCHEDULE: Who = { scheduler: 'any' }
const FORCE: Who = { admin: 'any', operator: 'any' }

const UNSENT: readonly State[] = ['draft', 'changes_requested', 'withdrawn']
const SENT: readonly State[] = ['in_review', 'approved']
const IN_WORK: readonly State[] = ['draft', 'in_review', 'changes_requested']
const WITH_AUTHOR: readonly State[] = ['draft', 'changes_requested']
const ACCEPTED: readonly State[] = ['approved', 'scheduled']
const AT_REST: readonly State[] = ['published', 'withdrawn']
const NOT_PUBLISHED: readonly State[] = [...IN_WORK, ...ACCEPTED, 'withdrawn']

const AS_EXPERT: readonly Need[] = ['expertsTurn', 'fourEyes', 'complete']
const AS_EDITOR: readonly Need[] = ['editorsTurn', 'expertApproval', 'fourEyes', 'complete']
const READY: readonly Need[] = ['seal', 'expertApproval', 'complete']
const EXPERT_AFTERWARDS: readonly Need[] = ['forced', 'expertsTurnOnForced', 'fourEyesOnForced']
const EDITOR_AFTERWARDS: readonly Need[] = ['forced', 'expertApprovalOnForced', 'fourEyesOnForced']

const rule = (
  event: WorkflowEvent,
  from: readonly State[],
  to: Rule['to'],
  who: Who,
  needs: readonly Need[],
  ...does: Effect[]
): Rule => ({ event, from, to, who, needs, does })

/** No two rules of an event share a state and a role, so each request meets one rule or none. */
export const RULES: readonly Rule[] = [
  // event, from, to, who, what must hold, what it does beside
  rule('submit', UNSENT, 'in_review', AUTHORS_AND_EDITORS, ['complete']),
  rule('recall', SENT, 'draft', AUTHORS_AND_EDITORS, [], 'retract'),
  rule('requestChanges', SENT, 'changes_requested', EXPERTS_AND_EDITORS, [], 'retract'),

  rule('approve', SENT, 'same', EXPERTS, AS_EXPERT, 'approveAsExpert'),
  rule('approve', SENT, 'approved', EDITORS, AS_EDITOR, 'approve'),

  rule('schedule', ACCEPTED, 'scheduled', EDITORS, READY, 'setDate'),
  rule('unschedule', ['scheduled'], 'approved', EDITORS, []),
  rule('publish', ACCEPTED, 'published', EDITORS, READY, 'goLive'),
  rule('publish', ['scheduled'], 'published', SCHEDULE, ['due', ...READY], 'goLive'),

  rule('unpublish', AT_REST, 'withdrawn', EDITORS, ['shown'], 'leave'),
  rule('unpublish', IN_WORK, 'same', EDITORS, ['shown'], 'leave'),
  // What was approved on top of the live version is looked at again, and no schedule brings back what has just gone.
  rule('unpublish', ACCEPTED, 'in_review', EDITORS, ['shown'], 'leave'),

  rule('forcePublish', NOT_PUBLISHED, 'published', FORCE, ['complete'], 'goLive', 'markForced'),
  rule('approveAfterwards', STATES, 'same', EXPERTS, EXPERT_AFTERWARDS, 'approveForcedAsExpert'),
  rule('approveAfterwards', STATES, 'same', EDITORS, EDITOR_AFTERWARDS, 'settleForced'),

  rule('assign', STATES, 'same', EDITORS, [], 'setAssignee'),

  // What is dropped stays a version in the history. Who sent it off recalls it first, and what is scheduled is locked.
  rule('discard', WITH_AUTHOR, 'atRest', AUTHORS_AND_EDITORS, ['earlierShown'], 'drop'),
  rule('discard', SENT, 'atRest', EDITORS, ['earlierShown'], 'drop'),
]

/** What each event asks of the actor that triggers it; a note may come with every one. */
export const ASKS_OF: Record<WorkflowEvent, readonly Ask[]> = {
  submit: [],
  recall: [],
  requestChanges: ['note'],
  approve: [],
  schedule: ['date'],
  unschedule: [],
  publish: [],
  unpublish: ['reason'],
  forcePublish: ['note'],
  approveAfterwards: [],
  assign: ['assignee'],
  discard: [],
}

/** The state of the working version after a save. A scheduled article is locked: policy.ts allows it no save. */
export const AFTER_SAVE: Record<State, State> = {
  draft: 'draft',
  in_review: 'in_review',
  changes_requested: 'changes_requested',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'draft',
  withdrawn: 'draft',
}

/** The state to which a rule moves from a state; `live`: whether readers get a version as an ordinary page. */
export const stateAfter = ({ to }: Pick<Rule, 'to'>, from: State, live: boolean): State => {
  if (to === 'atRest') return live ? 'published' : 'withdrawn'
  return to === 'same' ? from : to
}

/** The rules of an event that are meant for a role, whatever the state. */
export const rulesFor = (event: WorkflowEvent, role: ActorRole): Rule[] =>
  RULES.filter((candidate) => candidate.event === event && candidate.who[role] !== undefined)

/** The one rule that says what the event does here; undefined when there is none. */
export const ruleFor = (event: WorkflowEvent, state: State, role: ActorRole): Rule | undefined =>
  rulesFor(event, role).find(({ from }) => from.includes(state))
