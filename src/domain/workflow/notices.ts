// Decides which accounts learn of an occasion, seen from the document as it was just before.
import { brokenParts } from './seal'
import type { ActorRole, Effect, WorkflowEvent } from './table'
import type { Actor, Id, Subject } from './subject'
import type { Role } from '../access/roles'

/** What people are told of: the events, parts of two of them by name, and what happens without an event. */
export type Occasion =
  | WorkflowEvent
  | 'approveAsExpert'
  | 'approveAfterwardsAsExpert'
  | 'takeAway'
  | 'scheduleFailed'
  | 'comment'
  | 'remark'

/** A part that an account has in a document. */
export type Party =
  | 'creator'
  /** The authors of changes in the working version that were not live yet. */
  | 'authors'
  | 'authorsOfLive'
  | 'approvers'
  | 'assignee'
  | 'newAssignee'
  | 'formerAssignee'
  /** The account that published by force. */
  | 'forcer'
  /** The account that set the date of the present schedule. */
  | 'scheduler'
  /** The accounts that commented on it, or settled a comment. */
  | 'commenters'
  /** The account that made the review link that a guest came through. */
  | 'sharer'
  /** The accounts whose review comes next: experts before editors. */
  | 'nextInLine'
  /** The editor's part of the review, once the expert's is done. */
  | 'nextEditor'
  | 'editors'

const MAKERS: readonly Party[] = ['creator', 'authors', 'assignee']
const MAKERS_OF_LIVE: readonly Party[] = ['creator', 'authorsOfLive', 'assignee']
const TALKERS: readonly Party[] = [...MAKERS, 'authorsOfLive', 'commenters']

/** An account is never told of its own action. */
export const TELLS: Record<Occasion, readonly Party[]> = {
  submit: ['nextInLine'],
  recall: [...MAKERS, 'approvers'],
  requestChanges: [...MAKERS, 'approvers'],
  approveAsExpert: [...MAKERS, 'nextEditor'],
  approve: MAKERS,
  schedule: MAKERS,
  unschedule: [...MAKERS, 'scheduler'],
  publish: [...MAKERS, 'scheduler'],
  unpublish: MAKERS_OF_LIVE,
  forcePublish: [...MAKERS, 'scheduler', 'nextInLine'],
  approveAfterwardsAsExpert: [...MAKERS_OF_LIVE, 'forcer', 'nextEditor'],
  approveAfterwards: [...MAKERS_OF_LIVE, 'forcer'],
  assign: ['newAssignee'],
  takeAway: ['formerAssignee'],
  discard: [...MAKERS, 'approvers'],
  scheduleFailed: ['editors', 'scheduler'],
  comment: TALKERS,
  remark: [...TALKERS, 'sharer'],
}

export const OCCASIONS = Object.keys(TELLS) as Occasion[]

/** After a mail could not be sent this often, it is given up. */
export const MAIL_TRIES = 5

/** What is to be told after an event. */
export function occasionsOf(event: WorkflowEvent, does: readonly Effect[]): Occasion[] {
  if (does.includes('approveAsExpert')) return ['approveAsExpert']
  if (does.includes('approveForcedAsExpert')) return ['approveAfterwardsAsExpert']
  return event === 'assign' ? ['assign', 'takeAway'] : [event]
}

/** Whether the next approval is an expert's. */
export const awaitsExpert = ({
  expertApproval,
  expertReviewRequired,
  page,
}: Pick<Subject, 'expertApproval' | 'expertReviewRequired' | 'page'>): boolean =>
  expertReviewRequired && !(expertApproval && brokenParts(expertApproval.seal, page).length === 0)

/** The document just before the occasion, and who else has to do with it. */
export interface Involved extends Pick<
  Subject,
  | ('createdBy' | 'assignee' | 'approval' | 'expertApproval')
  | ('authorsSinceApproval' | 'authorsOfLive' | 'forced')
> {
  awaitsExpert: boolean
  newAssignee: Id | null
  scheduler: Id | null
  commenters: readonly Id[]
  sharer: Id | null
}

export interface Account {
  id: Id
  role: Role
}

const known = (...ids: (Id | null | undefined)[]): Id[] => ids.filter((id) => id != null)

const withRole = (accounts: readonly Account[], ...roles: Role[]): Id[] =>
  accounts.filter(({ role }) => roles.includes(role)).map(({ id }) => id)

/**
 * One of them is enough, so where one of them is assigned the others are left in peace. An account that is assigned without
 * being able to review learns of it too.
 */
const narrowed = (group: Id[], assignee: Id | null, actor: Id | null): Id[] => {
  if (assignee === null || assignee === actor) return group
  return group.includes(assignee) ? [assignee] : [...group, assignee]
}

type Find = (involved: Involved, accounts: readonly Account[], actor: Id | null) => Id[]

const editors = (accounts: readonly Account[]): Id[] => withRole(accounts, 'editor', 'admin')

const FIND: Record<Party, Find> = {
  creator: ({ createdBy }) => known(createdBy),
  authors: ({ approval, authorsSinceApproval }) => [
    ...authorsSinceApproval,
    ...(approval?.authors ?? []),
  ],
  authorsOfLive: ({ authorsOfLive }) => [...authorsOfLive],
  approvers: ({ approval, expertApproval }) => known(approval?.by, expertApproval?.by),
  assignee: ({ assignee }) => known(assignee),
  newAssignee: ({ assignee, newAssignee }) => (newAssignee === assignee ? [] : known(newAssignee)),
  formerAssignee: ({ assignee, newAssignee }) => (newAssignee === assignee ? [] : known(assignee)),
  forcer: ({ forced }) => known(forced?.by),
  scheduler: ({ scheduler }) => known(scheduler),
  commenters: ({ commenters }) => [...commenters],
  sharer: ({ sharer }) => known(sharer),
  nextInLine: (involved, accounts, actor) => {
    const group = involved.awaitsExpert ? withRole(accounts, 'reviewer') : editors(accounts)
    return narrowed(group, involved.assignee, actor)
  },
  nextEditor: ({ assignee }, accounts, actor) => narrowed(editors(accounts), assignee, actor),
  editors: (_, accounts) => editors(accounts),
}

const GROUPS: readonly Party[] = ['nextInLine', 'nextEditor', 'editors']

/** An import publishes by the hundred; what it leaves to be approved is a list on the dashboard. */
const isOfInterest = (party: Party, role: ActorRole | null): boolean =>
  role !== 'operator' || !GROUPS.includes(party)

/**
 * The accounts to tell, each once.
 * @param actor the account that caused it; a guest and the clock have no id
 * @param accounts those that are active; no others are told
 */
export function whoLearns(
  occasion: Occasion,
  actor: { id: Id | null; role: Actor['role'] | null },
  involved: Involved,
  accounts: readonly Account[],
): Id[] {
  const active = new Set(accounts.map(({ id }) => id))
  const told = TELLS[occasion]
    .filter((party) => isOfInterest(party, actor.role))
    .flatMap((party) => FIND[party](involved, accounts, actor.id))
  return [...new Set(told)].filter((id) => active.has(id) && id !== actor.id)
}
