// Checks what a request must bring along: each ask of the table as one small function.
import { LIMITS } from '../../access/limits'
import { visibleText } from '../../text/visibleText'
import type { WorkflowIssue } from './issues'
import { isDue } from './schedule'
import { isInstant } from '../../time/instant'
import {
  WITHDRAWAL_REASONS,
  type PartVersion,
  type Request,
  type Subject,
  type WithdrawalReason,
} from '../subject'
import { AFTER_SAVE, type Ask } from '../table'

type Check = (request: Request, subject: Subject) => WorkflowIssue[]

const note: Check = (request) =>
  visibleText(request.note) ? [] : [{ field: 'note', code: 'noteMissing' }]

const date: Check = ({ at, now }) => {
  if (!at) return [{ field: 'at', code: 'dateMissing' }]
  if (!isInstant(at)) return [{ field: 'at', code: 'dateInvalid' }]
  return isDue(at, now) ? [{ field: 'at', code: 'dateNotInFuture', now }] : []
}

/**
 * The reasons for which it can be withdrawn as it is now. A withdrawal without a notice gives the text away: the live
 * text is stored only as long as readers get it.
 */
export const reasonsFor = ({
  kind,
  withdrawal,
}: Pick<Subject, 'kind' | 'withdrawal'>): WithdrawalReason[] =>
  WITHDRAWAL_REASONS[kind].filter(
    (reason) => reason !== 'notice' || withdrawal === null || withdrawal.reason === 'notice',
  )

const isReason = (
  reason: string,
  allowed: readonly WithdrawalReason[],
): reason is WithdrawalReason => allowed.some((known) => known === reason)

/** The reason of a withdrawal, once it is one that this kind of document may have. */
export const reasonOf = ({ reason }: Request, { kind }: Subject): WithdrawalReason | null =>
  reason && isReason(reason, WITHDRAWAL_REASONS[kind]) ? reason : null

const reason: Check = (request, subject) => {
  const allowed = reasonsFor(subject)
  if (!request.reason) return [{ field: 'reason', code: 'reasonMissing', allowed }]
  const known = reasonOf(request, subject)
  if (known === null) return [{ field: 'reason', code: 'reasonInvalid', allowed }]
  if (!allowed.includes(known)) return [{ field: 'reason', code: 'noTextLeft' }]
  return known === 'moved' ? newAddress(request, subject) : []
}

const newAddress: Check = ({ target }, { id }) => {
  if (!target) return [{ field: 'target', code: 'targetMissing' }]
  if (target.id === id) return [{ field: 'target', code: 'targetItself' }]
  return target.usable ? [] : [{ field: 'target', code: 'targetUnusable', id: target.id }]
}

const assignee: Check = ({ target }) => {
  if (target === undefined) return [{ field: 'target', code: 'targetMissing' }]
  return target === null || target.usable
    ? []
    : [{ field: 'target', code: 'targetUnusable', id: target.id }]
}

export const ASKS: Record<Ask, Check> = { note, date, reason, assignee }

/** A note may come with every event. */
export const noteLength: Check = ({ note = '' }) =>
  note.length > LIMITS.note
    ? [{ field: 'note', code: 'noteTooLong', length: note.length, max: LIMITS.note }]
    : []

/** Every write says which version it began from, so that nothing is decided about a text that the caller has not seen. */
export const versionSeen: Check = ({ version: given }, { version }) => {
  if (given === undefined) return [{ field: 'version', code: 'versionMissing' }]
  return given === version ? [] : [{ field: 'version', code: 'stale', given, version }]
}

/** Nothing is decided about a question or a link that was saved again since, or came in since, either. */
export const partsSeen: Check = ({ parts: given }, { parts }) => {
  const isSeen = (part: PartVersion) =>
    given?.some(
      ({ kind, id, version }) => kind === part.kind && id === part.id && version === part.version,
    )
  const moved = given ? parts.filter((part) => !isSeen(part)) : []
  return moved.length > 0 ? [{ field: 'parts', code: 'partsMoved', parts: moved }] : []
}

/** A save moves a state too, but it is the version that tells of saves. */
export const stateSeen: Check = ({ state: given }, { state }) =>
  given === undefined || given === state || AFTER_SAVE[given] === state
    ? []
    : [{ field: 'state', code: 'stateMoved', given, state }]
