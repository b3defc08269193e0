// Names the states, the events and what readers get for the panel.
import type { BrokenPart } from '@/domain/workflow/seal'
import type { Kind, Visibility, WithdrawalReason } from '@/domain/workflow/subject'
import type { ActorRole, Ask, State, WorkflowEvent } from '@/domain/workflow/table'

export const STATE_WORDS: Record<State, string> = {
  draft: 'draft',
  in_review: 'in review',
  changes_requested: 'changes requested',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
}

/** After "Readers see". */
export const STANDING_WORDS: Record<Visibility, string> = {
  never: 'nothing yet',
  live: 'the last published version',
  gone: 'that it is gone',
  moved: 'another article instead',
  notice: 'the page under a notice',
}

export const REASON_WORDS: Record<WithdrawalReason, string> = {
  gone: 'Gone: readers are told that it no longer exists',
  moved: 'Moved: readers are sent to another article',
  notice: 'Notice: the page stays, under a notice, and leaves search engines',
}

const ROLE_WORDS: Record<ActorRole, string> = {
  writer: 'writer',
  reviewer: 'reviewer',
  editor: 'editor',
  admin: 'administrator',
  scheduler: 'schedule',
  operator: 'command line',
}

export const roleWords = (role: string): string => ROLE_WORDS[role as ActorRole] ?? role

export interface EventWords {
  /** On the button. */
  label: string
  /** In the dialog: what will happen. */
  explains: string
  /** In the history, after a name; and in the message after it happened, on its own. */
  past: string
  /** Label of the note. */
  note: string
}

const words = (label: string, past: string, explains: string, note = 'Note'): EventWords => ({
  label,
  explains,
  past,
  note,
})

export const EVENT_WORDS: Record<WorkflowEvent, EventWords> = {
  submit: words(
    'Submit for review',
    'submitted it for review',
    'Somebody else reads it before it can be published.',
    'Note for the reviewer',
  ),
  recall: words(
    'Recall',
    'recalled it',
    'It becomes a draft again, and an approval is taken back.',
  ),
  requestChanges: words(
    'Request changes',
    'requested changes',
    'It goes back to its author, and an approval is taken back.',
    'What should change',
  ),
  approve: words(
    'Approve',
    'approved it',
    'The approval holds for exactly what the page shows now. Any later change voids it.',
  ),
  schedule: words(
    'Schedule',
    'scheduled it',
    'It is locked until then, and published as it was approved.',
  ),
  unschedule: words('Unschedule', 'took it off the schedule', 'It stays approved.'),
  publish: words('Publish', 'published it', 'Readers see it at once.'),
  unpublish: words('Withdraw', 'withdrew it', 'Readers no longer get the page as it is.'),
  forcePublish: words(
    'Publish without approval',
    'published it without approval',
    'It is marked as forced until somebody else approves it afterwards.',
    'Why it cannot wait',
  ),
  approveAfterwards: words(
    'Approve afterwards',
    'approved afterwards what was forced',
    'Readers already see this version; you say that it may stay.',
  ),
  discard: words(
    'Discard changes',
    'discarded the changes',
    'The next version is dropped: what readers see is the working version again. The text that is dropped stays in the history, and questions or Read Also links that were new in it stay as drafts of their own.',
  ),
  assign: words('Assign', 'assigned it', 'Whoever it is assigned to may work on it.'),
}

/** Why the text is read-only, and what to do. */
export function lockedWords({
  events,
  state,
}: {
  state: State
  events: Record<WorkflowEvent, { issues: readonly unknown[] }>
}): string {
  const may = (event: WorkflowEvent) => events[event].issues.length === 0
  if (state === 'scheduled')
    return may('unschedule')
      ? 'Scheduled: unschedule it to edit.'
      : 'Scheduled: it can be edited when an editor has unscheduled it.'
  if (may('recall')) return 'It waits for others: recall it to edit.'
  return 'You can read it, not edit it: it is neither yours nor assigned to you.'
}

export const ASK_WORDS: Record<Exclude<Ask, 'note'>, string> = {
  date: 'Date and time',
  reason: 'What readers get instead',
  assignee: 'Assigned to',
}

export const KIND_WORDS: Record<Kind, string> = {
  articles: 'article',
  'faq-items': 'FAQ item',
  'read-also-links': 'Read Also link',
}

const PART_WORDS = { faqItem: 'FAQ item', readAlsoLink: 'Read Also link', image: 'image' } as const

const FIELD_WORDS: Record<string, string> = {
  heroImage: 'hero image',
  lastReviewed: 'last review',
  nextReview: 'next review',
  seoTitle: 'title for search engines',
  seoDescription: 'description for search engines',
  index: 'listing in search engines',
  url: 'URL',
  article: 'article it leads to',
  relation: 'how we stand to it',
}

export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? field

/** Such as `Anna, Ben and Cleo`. */
export const andWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(names)

/** More are counted: a newsroom has many editors. */
const MAX_NAMED = 4

/** Such as `Anna or Ben can approve it.`, of the accounts whose turn it is. */
export function turnWords(names: readonly string[]): string {
  if (names.length === 0)
    return 'Nobody can approve it: everybody who could has written some of it, or there is nobody else. A new account can, or an administrator publishes it without approval.'
  const others = names.length - MAX_NAMED
  const named = others > 1 ? [...names.slice(0, MAX_NAMED), `${others} others`] : names
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(named)
  return `${list} can approve it.`
}

/** Such as `2 FAQ items`. */
export const countWords = (kind: Kind, count: number): string =>
  `${count} ${KIND_WORDS[kind]}${count === 1 ? '' : 's'}`

/** Such as `The FAQ item “How long?” was changed.` */
export const brokenWords = (broken: BrokenPart): string =>
  broken.part === 'article'
    ? `The ${fieldWords(broken.field)} was ${broken.change}.`
    : `The ${PART_WORDS[broken.part]} “${broken.title}” was ${broken.change}.`

/** Such as `The FAQ item “How long?”, in 2 other live articles too: “Knees” and “Hips”`. */
export function carriedWords({
  kind,
  title,
  usedIn: { articles, total },
}: {
  kind: Kind
  title: string
  usedIn: { total: number; articles: readonly { title: string }[] }
}): string {
  const part = `The ${KIND_WORDS[kind]} “${title}”`
  if (total === 0) return part
  const titles = articles.slice(0, MAX_NAMED).map((article) => `“${article.title}”`)
  const others = total - titles.length
  const named = others > 0 ? [...titles, `${others} more`] : titles
  return `${part}, in ${total} other live article${total === 1 ? '' : 's'} too: ${andWords(named)}`
}

/** The note of the record where a change was kept in one article alone. */
export const keptHereWords = (kind: Kind, article: string): string =>
  `Only in “${article}”: the changed text is another ${KIND_WORDS[kind]} there.`

export const ONLY_HERE = 'Only here'
