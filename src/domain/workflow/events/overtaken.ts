// Decides whether a refused event only came too late: the last one in the record has done the same, or moved the state on.
import type { WorkflowRecord } from './apply'
import type { WorkflowIssue } from './issues'
import type { Actor, Request } from '../subject'
import type { WorkflowEvent } from '../table'

export type LastEvent = Pick<WorkflowRecord, 'who' | 'role' | 'what' | 'from' | 'to' | 'version'>

/** The schedule and the command line have no account, and are told apart by their roles. */
const isOwn = ({ who, role }: LastEvent, actor: Pick<Actor, 'id' | 'role'>): boolean =>
  who === actor.id && (who !== null || role === actor.role)

/**
 * Whether another account's event is the reason for a refusal, so that its sender has to look again instead of putting
 * something right. An earlier event of the sender's own does not count: then the issues say what holds now.
 * @param last the newest event on the document that may move a state
 * @param issues why `event` was refused
 */
export function isOvertaken(
  event: WorkflowEvent,
  request: Pick<Request, 'state' | 'version'>,
  issues: readonly WorkflowIssue[],
  last: LastEvent,
  actor: Pick<Actor, 'id' | 'role'>,
): boolean {
  if (isOwn(last, actor)) return false
  // A save came between, and the version tells of it.
  if (last.version !== request.version) return false
  return issues.some((issue) => {
    if (issue.code === 'stateMoved') return last.to === issue.state
    if (issue.code === 'wrongState')
      return (
        request.state !== issue.state &&
        last.to === issue.state &&
        issue.allowed.includes(last.from)
      )
    return DONE_ALREADY.includes(issue.code) && last.what === event
  })
}

const DONE_ALREADY: readonly WorkflowIssue['code'][] = [
  'alreadyApproved',
  'notForced',
  'notShown',
  'noTextLeft',
]
