// Lists the accounts whose turn it is when a text waits for an approval: those that could give it, the text's own issues apart.
import { allowedEvents } from './events/check'
import type { Account } from './notices'
import type { Instant } from '../time/instant'
import { brokenParts } from './seal'
import type { Id, Subject } from './subject'
import type { State } from './table'

const WITH_REVIEWERS: readonly State[] = ['in_review', 'approved']

/** Whether it was sent off and no approval holds: none was given yet, or what it approved was changed since. */
export const awaitsApproval = ({ approval, page, state }: Subject): boolean =>
  WITH_REVIEWERS.includes(state) &&
  (approval === null || brokenParts(approval.seal, page).length > 0)

/** The active accounts that neither their role nor their own changes bar from approving it, in their order. */
export const whoCanApprove = (subject: Subject, accounts: readonly Account[], now: Instant): Id[] =>
  accounts
    .filter(({ id, role }) =>
      allowedEvents(subject, { id, role, active: true }, now).approve.every(
        (issue) => 'severity' in issue,
      ),
    )
    .map(({ id }) => id)
