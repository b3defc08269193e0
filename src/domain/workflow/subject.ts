// Describes what the workflow is about, as plain values: the article, FAQ item or Read Also link, the actor, and the request.
import type { Role } from '../access/roles'
import type { ContentIssue } from './checklist/contentIssues'
import type { Instant } from '../time/instant'
import type { Seal } from './seal'
import type { ActorRole, State } from './table'

export type Id = number

/** The collections that pass through the workflow. */
export type Kind = 'articles' | 'faq-items' | 'read-also-links'

/**
 * Why readers no longer get the page, and what they get instead: `gone` 410, `moved` a redirect to another article,
 * `notice` the page under a notice, closed to search engines.
 */
export type WithdrawalReason = 'gone' | 'moved' | 'notice'

/** Only an article has an address that could answer with more than "gone". */
export const WITHDRAWAL_REASONS: Record<Kind, readonly WithdrawalReason[]> = {
  articles: ['gone', 'moved', 'notice'],
  'faq-items': ['gone'],
  'read-also-links': ['gone'],
}

export interface ExpertApproval {
  by: Id
  at: Instant
  version: number
  seal: Seal
}

export interface Approval extends ExpertApproval {
  /** The authors of the changes that it approved: they count as unapproved again when the approval is retracted. */
  authors: readonly Id[]
}

/** A live version that was published by force and that no other account has approved since. */
export interface Forced {
  /** Null: a command on the machine. */
  by: Id | null
  at: Instant
  version: number
  note: string
  expertApprovedBy: Id | null
}

/** What is stored for each document and changed by events alone (and by `saved`, the state and the authors). */
export interface WorkflowFields {
  state: State
  /** Whether readers get a version as an ordinary page, in lists and as a target of links. */
  live: boolean
  /** Set from an unpublish until the next publish. */
  withdrawal: { reason: WithdrawalReason; target: Id | null; at: Instant } | null
  /** Set exactly in the states `approved` and `scheduled`. */
  approval: Approval | null
  expertApproval: ExpertApproval | null
  /** The authors of any change since the last approval, the draft FAQ items in the article included. */
  authorsSinceApproval: readonly Id[]
  /** The authors of the changes that the last publish brought: they count as unapproved again when it is withdrawn. */
  authorsOfLive: readonly Id[]
  /** Set exactly in the state `scheduled`. */
  scheduledAt: Instant | null
  assignee: Id | null
  forced: Forced | null
}

/** An FAQ item or Read Also link that goes live with an article, as it is now or as a caller saw it. */
export interface PartVersion {
  kind: Kind
  id: Id
  version: number
}

export interface Subject extends WorkflowFields {
  kind: Kind
  id: Id
  /** The working version's number. It moves with every save, autosaves too, or a stale write would go unnoticed. */
  version: number
  createdBy: Id | null
  /** What goes live with an article; none for the others. */
  parts: readonly PartVersion[]
  /** The seal over what the page would show now. */
  page: Seal
  /** The publish checklist of the working version; see contentIssues.ts. */
  contentIssues: readonly ContentIssue[]
  /** Whether the category asks for an expert review besides the editor's approval. */
  expertReviewRequired: boolean
  /** The site setting: whether authors are barred from approving their own changes. */
  fourEyes: boolean
}

export type Actor =
  | { id: Id; role: Role; active: boolean }
  | { id: null; role: Exclude<ActorRole, Role>; active: true }

/** The actor that publishes what is due. */
export const SCHEDULER: Actor = { id: null, role: 'scheduler', active: true }
/** The operator who may run commands on the machine was trusted with the database already. */
export const OPERATOR: Actor = { id: null, role: 'operator', active: true }

export interface Request {
  now: Instant
  /** The version the caller saw. */
  version?: number
  /** The state the caller saw; a caller that names none is refused only where the event is not possible now. */
  state?: State
  /** The versions of the parts that the caller saw; a caller that names none decides about them as they are. */
  parts?: readonly PartVersion[]
  note?: string
  /** An instant; what an editor typed in the site's time zone goes through `instantOf` first. */
  at?: string
  reason?: string
  /**
   * For `moved` the article that readers are sent to, usable when it is live; for `assign` an account, usable when it
   * is active, or null for no assignee.
   */
  target?: { id: Id; usable: boolean } | null
}

/** What readers get. */
export type Visibility = 'never' | 'live' | WithdrawalReason
export const VISIBILITIES: readonly Visibility[] = ['never', 'live', 'gone', 'moved', 'notice']

export const visibilityOf = ({
  live,
  withdrawal,
}: Pick<WorkflowFields, 'live' | 'withdrawal'>): Visibility =>
  live ? 'live' : (withdrawal?.reason ?? 'never')

/** Whether it is the account's own: it created it, or was assigned to it. */
export const isOwn = (
  { createdBy, assignee }: Pick<Subject, 'createdBy' | 'assignee'>,
  id: Id | null,
): boolean => id !== null && (createdBy === id || assignee === id)
