// Checks what must hold of an article, whatever the actor and the request: each need of the table as one small function.
import type { WorkflowIssue } from './issues'
import { isDue } from './schedule'
import type { Instant } from '../../time/instant'
import { brokenParts } from '../seal'
import type { Actor, Subject, WorkflowFields } from '../subject'
import type { Need } from '../table'

type Check = (subject: Subject, actor: Actor, now: Instant) => WorkflowIssue[]

const unless = (holds: boolean, issue: WorkflowIssue): WorkflowIssue[] => (holds ? [] : [issue])

const wrote = (authors: readonly number[], actor: Actor): boolean =>
  actor.id !== null && authors.includes(actor.id)

/** The authors whose changes an approval of the working version would cover: what was forced is still unapproved in it. */
export const authorsAtStake = ({
  authorsSinceApproval,
  authorsOfLive,
  forced,
}: WorkflowFields): number[] => [
  ...new Set([...authorsSinceApproval, ...(forced ? authorsOfLive : [])]),
]

const holds = (approval: Subject['expertApproval'], page: Subject['page']): boolean =>
  approval !== null && brokenParts(approval.seal, page).length === 0

/**
 * The authors of changes that are not approved so far; none while an approval holds. An approval also covers what goes
 * live with the article, whose own rows do not know of it before that.
 */
export const unapprovedAuthors = (subject: Subject): number[] =>
  holds(subject.approval, subject.page) ? [] : authorsAtStake(subject)

const fourEyes: Check = (subject, actor) =>
  unless(!subject.fourEyes || !wrote(authorsAtStake(subject), actor), { code: 'ownChanges' })

const fourEyesOnForced: Check = ({ fourEyes, forced, authorsOfLive }, actor) => {
  if (!fourEyes || !forced) return []
  return [
    ...unless(forced.by === null || forced.by !== actor.id, { code: 'ownForce' }),
    ...unless(!wrote(authorsOfLive, actor), { code: 'ownChanges' }),
  ]
}

const seal: Check = ({ approval, page }) => {
  if (!approval) return [{ code: 'sealMissing' }]
  const broken = brokenParts(approval.seal, page)
  return unless(broken.length === 0, { code: 'sealBroken', broken })
}

const expertApproval: Check = ({ expertReviewRequired, expertApproval, page }) => {
  if (!expertReviewRequired) return []
  if (!expertApproval) return [{ code: 'expertApprovalMissing' }]
  const broken = brokenParts(expertApproval.seal, page)
  return unless(broken.length === 0, { code: 'expertSealBroken', broken })
}

/** An approval that still holds cannot be given again: the second would only blur who gave it. */
const notYetGiven = (
  approval: Subject['expertApproval'],
  page: Subject['page'],
): WorkflowIssue[] =>
  approval && holds(approval, page) ? [{ code: 'alreadyApproved', by: approval.by }] : []

const expertsTurn: Check = ({ expertReviewRequired, expertApproval, page }) => [
  ...unless(expertReviewRequired, { code: 'expertReviewNotRequired' }),
  ...notYetGiven(expertApproval, page),
]

const expertsTurnOnForced: Check = ({ expertReviewRequired, forced }) => {
  const by = forced?.expertApprovedBy ?? null
  return [
    ...unless(expertReviewRequired, { code: 'expertReviewNotRequired' }),
    ...(by === null ? [] : [{ code: 'alreadyApproved' as const, by }]),
  ]
}

const expertApprovalOnForced: Check = ({ expertReviewRequired, forced }) =>
  unless(!forced || !expertReviewRequired || forced.expertApprovedBy !== null, {
    code: 'expertApprovalMissing',
  })

export const NEEDS: Record<Need, Check> = {
  complete: ({ contentIssues }) => contentIssues.filter(({ severity }) => severity === 'block'),
  fourEyes,
  fourEyesOnForced,
  expertsTurn,
  editorsTurn: ({ approval, page }) => notYetGiven(approval, page),
  expertApproval,
  seal,
  due: ({ scheduledAt }, _, now) =>
    unless(scheduledAt !== null && isDue(scheduledAt, now), { code: 'notDue', at: scheduledAt }),
  shown: ({ live, withdrawal }) => unless(live || withdrawal !== null, { code: 'notShown' }),
  earlierShown: ({ live, withdrawal }) =>
    unless(live || withdrawal?.reason === 'notice', { code: 'noEarlierVersion' }),
  forced: ({ forced }) => unless(forced !== null, { code: 'notForced' }),
  expertsTurnOnForced,
  expertApprovalOnForced,
}
