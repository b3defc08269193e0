// Applies an event: gives the new workflow fields, and the one row that records it.
import { reasonOf } from './asks'
import { EFFECTS, goLive, together, utc } from './effects'
import type { Instant } from '../../time/instant'
import type { Actor, Id, Request, Subject, WithdrawalReason, WorkflowFields } from '../subject'
import { AFTER_SAVE, ASKS_OF, ruleFor, stateAfter, type ActorRole } from '../table'
import type { State, WorkflowEvent } from '../table'

/** One row of the append-only record. */
export interface WorkflowRecord {
  /** Null for the schedule and for a command on the machine. */
  who: Id | null
  role: ActorRole
  when: Instant
  what: WorkflowEvent
  from: State
  to: State
  version: number
  note: string | null
  /** The site setting at that time: accounts could approve their own changes. */
  fourEyesOff: boolean
  /** What the event was given: the date of a schedule, the reason of a withdrawal, its new address or the assignee. */
  at: Instant | null
  reason: WithdrawalReason | null
  target: Id | null
}

/** The fields of a document that has just been created by an account, or by none. */
export const created = (author: Id | null): WorkflowFields => ({
  state: 'draft',
  live: false,
  withdrawal: null,
  approval: null,
  expertApproval: null,
  authorsSinceApproval: author === null ? [] : [author],
  authorsOfLive: [],
  scheduledAt: null,
  assignee: null,
  forced: null,
})

/** The fields after an account saved a new working version, restored ones included. */
export const saved = (fields: WorkflowFields, author: Id | null): WorkflowFields => ({
  ...fields,
  state: AFTER_SAVE[fields.state],
  authorsSinceApproval: together(fields.authorsSinceApproval, author === null ? [] : [author]),
})

/** The row of the record of a part that goes live with its article, from the article's own row. */
export const bundledRecord = (
  { state, version }: Pick<Subject, 'state' | 'version'>,
  record: WorkflowRecord,
): WorkflowRecord => ({ ...record, from: state, version })

/** The fields of an FAQ item whose draft or next version was reviewed, approved and published in an article. */
export const bundledLive = (fields: WorkflowFields): WorkflowFields => ({
  ...fields,
  ...goLive(fields),
  state: 'published',
})

/**
 * The workflow fields after the event, and its row for the record. Ask `check` first: what it refuses must not come here.
 * @throws Error when the table knows no such step
 */
export function next(
  subject: Subject,
  event: WorkflowEvent,
  actor: Actor,
  request: Request,
): { fields: WorkflowFields; record: WorkflowRecord } {
  const rule = ruleFor(event, subject.state, actor.role)
  if (!rule) throw new Error(`${actor.role} cannot ${event} in the state ${subject.state}`)
  const { state: from, scheduledAt } = subject
  const to = stateAfter(rule, from, subject.live)
  const before: WorkflowFields = {
    state: to,
    live: subject.live,
    withdrawal: subject.withdrawal,
    approval: subject.approval,
    expertApproval: subject.expertApproval,
    authorsSinceApproval: subject.authorsSinceApproval,
    authorsOfLive: subject.authorsOfLive,
    scheduledAt: to === 'scheduled' ? scheduledAt : null,
    assignee: subject.assignee,
    forced: subject.forced,
  }
  const fields = rule.does.reduce(
    (changed, effect) => ({ ...changed, ...EFFECTS[effect](subject, actor, request) }),
    before,
  )
  return { fields, record: recordOf(subject, event, actor, request, to) }
}

function recordOf(
  subject: Subject,
  event: WorkflowEvent,
  actor: Actor,
  request: Request,
  to: State,
): WorkflowRecord {
  const asks = ASKS_OF[event]
  const reason = asks.includes('reason') ? reasonOf(request, subject) : null
  const hasTarget = reason === 'moved' || asks.includes('assignee')
  return {
    who: actor.id,
    role: actor.role,
    when: utc(request.now),
    what: event,
    from: subject.state,
    to,
    version: subject.version,
    note: request.note?.trim() || null,
    fourEyesOff: !subject.fourEyes,
    at: asks.includes('date') && request.at ? utc(request.at) : null,
    reason,
    target: hasTarget ? (request.target?.id ?? null) : null,
  }
}
