// Defines the lists of the dashboard: which rows of the workflow each one asks for, and for which roles.
import type { Where } from 'payload'
import type { Role } from '@/domain/access/roles'
import { isOverdue } from '@/domain/workflow/events/schedule'
import type { Instant } from '@/domain/time/instant'
import type { State } from '@/domain/workflow/table'
import type { Workflow } from '@/payload-types'

export interface Me {
  id: number
  role: Role
}

export type WorkflowRow = Pick<
  Workflow,
  'kind' | 'document' | 'state' | 'scheduledAt' | 'scheduleFailure' | 'forced' | 'updatedAt'
>

/** Somewhere to go on from a list. */
export interface Way {
  label: string
  href: string
}

/** How a list is shown, whatever it is made of. */
export interface Shown {
  name: string
  heading: string
  /** Said when there is nothing in it. */
  empty: string
  /** Where to begin when there is nothing in it. */
  begin?: Way
  /** The same rows as a list of Payload's, where it can be asked for them. */
  all?: Way
  /** Before the moment of each entry. */
  moment: string
  /** Accounts of other roles do not get the list. */
  roles: readonly Role[]
  /** Whether anything in it is a reason to worry. */
  warns: boolean
}

/** A list of documents by how far they have come. */
export interface DashboardList extends Shown {
  sort: string
  where: (me: Me, now: Instant) => Where
  /** What a query cannot ask of stored JSON. */
  keeps: (row: WorkflowRow, me: Me, now: Instant) => boolean
}

const CREATE: Way = { label: 'Create an article', href: '/admin/collections/articles/create' }

const EVERYBODY: readonly Role[] = ['writer', 'reviewer', 'editor', 'admin']
const REVIEWERS: readonly Role[] = ['reviewer', 'editor', 'admin']
const EDITORS: readonly Role[] = ['editor', 'admin']

const own = ({ id }: Me): Where => ({
  or: [{ createdBy: { equals: id } }, { assignee: { equals: id } }],
})
const inState = (state: State): Where => ({ state: { equals: state } })
const dueBefore = (at: Instant): Where => ({ scheduledAt: { less_than: at } })
const has = (field: 'scheduleFailure' | 'forced'): Where => ({ [field]: { exists: true } })
const all = () => true

export const isLate = (
  { scheduleFailure, scheduledAt }: Pick<WorkflowRow, 'scheduleFailure' | 'scheduledAt'>,
  now: Instant,
): boolean => Boolean(scheduleFailure) || (scheduledAt != null && isOverdue(scheduledAt, now))

export const LISTS: readonly DashboardList[] = [
  {
    name: 'changes',
    heading: 'Changes requested from me',
    empty: 'Nobody has asked you for changes.',
    moment: 'last change',
    roles: EVERYBODY,
    warns: false,
    sort: 'updatedAt',
    where: (me) => ({ and: [inState('changes_requested'), own(me)] }),
    keeps: all,
  },
  {
    name: 'drafts',
    heading: 'My drafts',
    empty: 'You have no drafts.',
    moment: 'last change',
    begin: CREATE,
    roles: EVERYBODY,
    warns: false,
    sort: '-updatedAt',
    where: (me) => ({ and: [inState('draft'), own(me)] }),
    keeps: all,
  },
  {
    name: 'scheduled',
    heading: 'Scheduled',
    empty: 'Nothing is scheduled. An approved article can be.',
    moment: 'for',
    roles: EVERYBODY,
    warns: false,
    sort: 'scheduledAt',
    where: () => inState('scheduled'),
    keeps: all,
  },
  {
    name: 'late',
    heading: 'Overdue or failed',
    empty: 'Every schedule was kept.',
    moment: 'was due',
    roles: EDITORS,
    warns: true,
    sort: 'scheduledAt',
    where: (_, now) => ({ or: [dueBefore(now), has('scheduleFailure')] }),
    keeps: (row, _, now) => row.state === 'scheduled' && isLate(row, now),
  },
  {
    name: 'forced',
    heading: 'Published without approval',
    empty: 'Everything that was published had been approved.',
    moment: 'last change',
    roles: REVIEWERS,
    warns: true,
    sort: 'updatedAt',
    where: () => has('forced'),
    keeps: ({ forced }) => Boolean(forced),
  },
]

/** What waits for an approval, by whose turn it is. */
export const APPROVAL_LISTS = {
  review: {
    name: 'review',
    heading: 'Waiting for my review',
    empty: 'Nothing waits for you. What is submitted by somebody else appears here.',
    moment: 'last change',
    roles: REVIEWERS,
    warns: false,
  },
  waiting: {
    name: 'waiting',
    heading: 'Waiting for somebody else’s review',
    empty: 'Nothing of yours waits for a review.',
    moment: 'last change',
    roles: EVERYBODY,
    warns: false,
  },
} as const satisfies Record<string, Shown>

/** What is read from elsewhere than the rows of the workflow. */
export const OTHER_LISTS = {
  comments: {
    name: 'comments',
    heading: 'Comments open on mine',
    empty: 'Everything that was said of your texts has been resolved.',
    moment: 'last comment',
    roles: EVERYBODY,
    warns: false,
  },
  published: {
    name: 'published',
    heading: 'Recently published',
    empty: 'Nothing has been published yet.',
    moment: 'on',
    roles: EVERYBODY,
    warns: false,
  },
  reviewDates: {
    name: 'reviewDates',
    heading: 'Review dates passed',
    empty: 'No live text is past the date of its next review.',
    moment: 'was due',
    roles: EVERYBODY,
    warns: true,
  },
  unresolved: {
    name: 'unresolved',
    heading: 'Unresolved Read Also links',
    empty: 'Every Read Also link has found its article.',
    all: {
      label: 'Open them as a list',
      href: '/admin/collections/read-also-links?where[or][0][and][0][kind][equals]=unresolved',
    },
    moment: 'last change',
    roles: EDITORS,
    warns: false,
  },
  mails: {
    name: 'mails',
    heading: 'Mails that could not be sent',
    empty: 'Every mail of the last seven days was sent.',
    moment: 'on',
    roles: EDITORS,
    warns: true,
  },
} as const satisfies Record<string, Shown>
