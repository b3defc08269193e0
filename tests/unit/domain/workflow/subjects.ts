// An article in review and the people around it, for the tests of the workflow.
import { created, next } from '@/domain/workflow/events/apply'
import { sealOf, type Seal } from '@/domain/workflow/seal'
import type {
  Actor,
  Approval,
  Forced,
  Request,
  Subject,
  WorkflowFields,
} from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'

export const NOW = '2027-01-10T12:00:00.000Z'
export const LATER = '2027-01-11T12:00:00.000Z'
export const EARLIER = '2027-01-09T12:00:00.000Z'

export const WRITER: Actor = { id: 1, role: 'writer', active: true }
export const OTHER_WRITER: Actor = { id: 2, role: 'writer', active: true }
export const REVIEWER: Actor = { id: 3, role: 'reviewer', active: true }
export const EDITOR: Actor = { id: 4, role: 'editor', active: true }
export const OTHER_EDITOR: Actor = { id: 5, role: 'editor', active: true }
export const ADMIN: Actor = { id: 6, role: 'admin', active: true }

/** Not a hash, but as collision-free as one and readable in a failure. */
export const plainHash = (text: string): string => text

export const pageOf = (title: string): Seal =>
  sealOf({ article: { title }, faqItems: [], readAlsoLinks: [], images: [] }, plainHash)

export const approvalOf = (title: string, by: number, authors: number[] = [1]): Approval => ({
  by,
  at: EARLIER,
  version: 7,
  seal: pageOf(title),
  authors,
})

export const forcedBy = (by: number | null): Forced => ({
  by,
  at: EARLIER,
  version: 7,
  note: 'The old page gives dangerous advice.',
  expertApprovedBy: null,
})

/** Written by the writer, version 7, nothing live. */
export const subject = (changes: Partial<Subject> = {}): Subject => ({
  ...created(1),
  kind: 'articles',
  id: 50,
  version: 7,
  createdBy: 1,
  parts: [],
  page: pageOf('Sleep'),
  contentIssues: [],
  expertReviewRequired: false,
  fourEyes: true,
  ...changes,
})

/** Submitted, and nothing said yet. */
export const inReview = (changes: Partial<Subject> = {}): Subject =>
  subject({ state: 'in_review', ...changes })

/** Approved by the editor as it stands. */
export const approved = (changes: Partial<Subject> = {}): Subject =>
  subject({
    state: 'approved',
    approval: approvalOf('Sleep', 4),
    authorsSinceApproval: [],
    ...changes,
  })

export const request = (changes: Partial<Request> = {}): Request => ({
  now: NOW,
  version: 7,
  ...changes,
})

/** The document's fields after the event. */
export const after = (
  event: WorkflowEvent,
  of: Subject,
  actor: Actor,
  given: Partial<Request> = {},
): WorkflowFields => next(of, event, actor, request(given)).fields
