// Checks that an event may happen: the table, applied to one article, one person and one request.
import { ASKS, noteLength, partsSeen, stateSeen, versionSeen } from './asks'
import type { WorkflowIssue } from './issues'
import { NEEDS } from './needs'
import type { Instant } from '../../time/instant'
import { isOwn, type Actor, type Request, type Subject } from '../subject'
import { ASKS_OF, ruleFor, rulesFor, WORKFLOW_EVENTS, type WorkflowEvent } from '../table'

/** What stops this person here and now, whatever the request will bring along. */
function standsInTheWay(
  event: WorkflowEvent,
  subject: Subject,
  actor: Actor,
  now: Instant,
): WorkflowIssue[] {
  const inactive: WorkflowIssue[] = actor.active ? [] : [{ code: 'notActive' }]
  const allowed = rulesFor(event, actor.role).flatMap(({ from }) => from)
  if (allowed.length === 0)
    return [...inactive, { code: 'roleNotAllowed', event, role: actor.role }]
  const rule = ruleFor(event, subject.state, actor.role)
  if (!rule) return [...inactive, { code: 'wrongState', state: subject.state, allowed }]
  const somebodyElses = rule.who[actor.role] === 'own' && !isOwn(subject, actor.id)
  return [
    ...inactive,
    ...(somebodyElses ? [{ code: 'notYours' as const }] : []),
    ...rule.needs.flatMap((need) => NEEDS[need](subject, actor, now)),
  ]
}

/** Every reason why the event may not happen; empty when it may. */
export function check(
  event: WorkflowEvent,
  subject: Subject,
  actor: Actor,
  request: Request,
): WorkflowIssue[] {
  return [
    ...standsInTheWay(event, subject, actor, request.now),
    ...versionSeen(request, subject),
    ...stateSeen(request, subject),
    ...partsSeen(request, subject),
    ...ASKS_OF[event].flatMap((ask) => ASKS[ask](request, subject)),
    ...noteLength(request, subject),
  ]
}

/**
 * For each event what stops it, before anything is asked: a button is offered when its list is empty, and then asks for
 * `ASKS_OF[event]`.
 */
export function allowedEvents(
  subject: Subject,
  actor: Actor,
  now: Instant,
): Record<WorkflowEvent, WorkflowIssue[]> {
  const entries = WORKFLOW_EVENTS.map((event) => [
    event,
    standsInTheWay(event, subject, actor, now),
  ])
  return Object.fromEntries(entries) as Record<WorkflowEvent, WorkflowIssue[]>
}

/** Whether four eyes would refuse the event, were they not switched off in the site settings. */
export function fourEyesWaived(event: WorkflowEvent, subject: Subject, actor: Actor): boolean {
  if (subject.fourEyes) return false
  const needs = ruleFor(event, subject.state, actor.role)?.needs ?? []
  const strict = { ...subject, fourEyes: true }
  return needs
    .filter((need) => need === 'fourEyes' || need === 'fourEyesOnForced')
    .some((need) => NEEDS[need](strict, actor, '').length > 0)
}
