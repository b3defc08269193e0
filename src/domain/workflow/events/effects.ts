// Works out what an event changes beside the state: each effect of the table as one small function.
import { reasonOf } from './asks'
import { authorsAtStake } from './needs'
import type { Instant } from '../../time/instant'
import { brokenParts } from '../seal'
import type { Actor, Forced, Id, Request, Subject, WorkflowFields } from '../subject'
import type { Effect } from '../table'

/** Each account once. */
export const together = (...lists: (readonly Id[])[]): Id[] => [...new Set(lists.flat())]

/** The same moment in UTC, so that stored moments sort as texts. */
export const utc = (instant: Instant): Instant => new Date(instant).toISOString()

/** Readers get the working version: all that prepared it is over, a withdrawal and a mark of force too. */
export const goLive = (fields: WorkflowFields) => ({
  live: true,
  withdrawal: null,
  approval: null,
  expertApproval: null,
  authorsSinceApproval: [],
  authorsOfLive: together(fields.approval?.authors ?? [], authorsAtStake(fields)),
  scheduledAt: null,
  forced: null,
})

type Change = (subject: Subject, actor: Actor, request: Request) => Partial<WorkflowFields>

const approve: Change = (subject, { id: by }, { now }) => {
  const { version, page: seal, approval } = subject
  // The table lets only accounts approve.
  if (by === null) return {}
  // Whom an approval covered that this one replaces stays covered: a retraction takes back both.
  const authors = together(approval?.authors ?? [], authorsAtStake(subject))
  return { approval: { by, at: utc(now), version, seal, authors }, authorsSinceApproval: [] }
}

const approveAsExpert: Change = ({ version, page: seal }, { id: by }, { now }) =>
  by === null ? {} : { expertApproval: { by, at: utc(now), version, seal } }

const retract: Change = ({ authorsSinceApproval, approval }) => ({
  approval: null,
  expertApproval: null,
  authorsSinceApproval: together(authorsSinceApproval, approval?.authors ?? []),
})

const markForced: Change = (subject, actor, { now, note = '' }) => {
  const { expertApproval, page, version } = subject
  const stands = expertApproval && brokenParts(expertApproval.seal, page).length === 0
  const forced: Forced = {
    by: actor.id,
    at: utc(now),
    version,
    note: note.trim(),
    expertApprovedBy: stands ? expertApproval.by : null,
  }
  return { forced }
}

const leave: Change = (subject, _, request) => {
  const reason = reasonOf(request, subject)
  if (reason === null) return {}
  const target = reason === 'moved' ? (request.target?.id ?? null) : null
  return {
    live: false,
    withdrawal: { reason, target, at: utc(request.now) },
    approval: null,
    expertApproval: null,
    authorsSinceApproval: together(
      subject.authorsSinceApproval,
      subject.approval?.authors ?? [],
      subject.authorsOfLive,
    ),
    authorsOfLive: [],
    forced: null,
  }
}

/** Each gives the fields it changes, from the fields as they were before the event. */
export const EFFECTS: Record<Effect, Change> = {
  retract,
  approveAsExpert,
  approve,
  setDate: (_, __, { at }) => ({ scheduledAt: at ? utc(at) : null }),
  goLive,
  leave,
  markForced,
  approveForcedAsExpert: ({ forced }, { id }) => ({
    forced: forced && { ...forced, expertApprovedBy: id },
  }),
  settleForced: () => ({ forced: null }),
  // What is live had been approved, or is still marked as forced; what was withdrawn counts as unapproved.
  drop: ({ approval, authorsSinceApproval, live }) => ({
    approval: null,
    expertApproval: null,
    authorsSinceApproval: live ? [] : together(authorsSinceApproval, approval?.authors ?? []),
  }),
  setAssignee: (_, __, { target }) => ({ assignee: target?.id ?? null }),
}
