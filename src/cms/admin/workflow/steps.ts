// Derives what the panel offers next from what stops each event.
import type { WorkflowIssue } from '@/domain/workflow/events/issues'
import { WORKFLOW_EVENTS, type State, type WorkflowEvent } from '@/domain/workflow/table'
import type { Workflow } from '../ui/contract'

/** Issues that say "not you" or "not here": nothing that could be put right makes the event this person's next step. */
const NOT_FOR_NOW: readonly WorkflowIssue['code'][] = [
  ...(['notActive', 'roleNotAllowed', 'notYours', 'wrongState', 'notShown', 'notForced'] as const),
  ...(['noEarlierVersion', 'expertReviewNotRequired', 'alreadyApproved', 'sealMissing'] as const),
]

/** What usually comes next, in the order in which the buttons stand; the first that fits is the main one. */
const USUAL: Record<State, readonly WorkflowEvent[]> = {
  draft: ['submit'],
  in_review: ['approve', 'requestChanges'],
  changes_requested: ['submit'],
  approved: ['approve', 'publish', 'schedule'],
  scheduled: [],
  published: ['approveAfterwards'],
  withdrawn: ['submit'],
}

/** Who has the next word, said when this person has not. */
export const WAITING: Record<State, string> = {
  draft: 'Its author goes on with it.',
  in_review: 'It waits for a review.',
  changes_requested: 'Its author answers the request for changes.',
  approved: 'An editor publishes or schedules it.',
  scheduled: 'It is locked, and published by itself at its time.',
  published: 'Readers see this version. Any edit begins the next one.',
  withdrawn: 'Any edit begins the next version.',
}

/** In place of it, when a scheduled publish failed. */
export const FAILED = 'It is locked, and tried again every minute. Unschedule it to put it right.'

export interface Step {
  event: WorkflowEvent
  issues: readonly WorkflowIssue[]
}

export interface Steps {
  /** Buttons of their own, those that cannot be taken yet included. */
  usual: readonly Step[]
  /** Behind "More steps": only what can be taken. */
  others: readonly Step[]
  /** The issues that block the main step; empty when nothing does, or when it is another account's turn. */
  inTheWay: readonly WorkflowIssue[]
}

const concerns = ({ issues }: Step): boolean =>
  !issues.some(({ code }) => NOT_FOR_NOW.includes(code))

export function stepsOf({ state, events }: Pick<Workflow, 'state' | 'events'>): Steps {
  const all = WORKFLOW_EVENTS.map((event) => ({ event, issues: events[event]?.issues ?? [] }))
  const step = (event: WorkflowEvent) => all.filter((candidate) => candidate.event === event)
  const usual = USUAL[state].flatMap(step).filter(concerns)
  const others = all.filter(
    (candidate) => candidate.issues.length === 0 && !USUAL[state].includes(candidate.event),
  )
  return { usual, others, inTheWay: usual[0]?.issues ?? [] }
}
