// Shows a document's workflow at a glance: its state, its seal, what this person may do next and what stops the rest, its history.
import type { PayloadRequest } from 'payload'
import { LIVE } from '@/cms/access/readers'
import { readClock } from '@/cms/database/clock'
import { reasonsFor } from '@/domain/workflow/events/asks'
import { allowedEvents } from '@/domain/workflow/events/check'
import type { ContentIssue } from '@/domain/workflow/checklist/contentIssues'
import { alikeIssues } from '@/domain/workflow/checklist/faqIssues'
import type { WorkflowIssue } from '@/domain/workflow/events/issues'
import { unapprovedAuthors } from '@/domain/workflow/events/needs'
import { brokenParts, type BrokenPart } from '@/domain/workflow/seal'
import {
  visibilityOf,
  type Actor,
  type Id,
  type Kind,
  type PartVersion,
  type WithdrawalReason,
  type WorkflowFields,
} from '@/domain/workflow/subject'
import { awaitsApproval, whoCanApprove } from '@/domain/workflow/turn'
import { ASKS_OF, WORKFLOW_EVENTS, type Ask, type WorkflowEvent } from '@/domain/workflow/table'
import type { FaqItem, WorkflowEvent as EventRow } from '@/payload-types'
import { findAlike } from '../../records/documents'
import { activeAccounts, namesOf, type Person } from '../../records/people'
import { Refused } from '../../records/refusal'
import { revisionOf } from './revision'
import { findRows, type ScheduleFailure } from '../../records/rows'
import { shownAt } from '../live/shownAt'
import { loadSubject, type Loaded } from '../checklist/subject'

export interface Overview extends Pick<
  WorkflowFields,
  'state' | 'live' | 'scheduledAt' | 'assignee' | 'forced' | 'withdrawal'
> {
  version: number
  /** Where readers find what they get of it; null where they get nothing, or it has no page of its own. */
  path: string | null
  /** What an open panel compares with, to learn whether this is still true. */
  revision: string
  seal: null | { intact: boolean; broken: BrokenPart[] }
  fourEyes: boolean
  /** Of the site: what a date without a zone means. */
  timeZone: string
  scheduleFailure: ScheduleFailure | null
  /** The accounts whose changes are not approved so far. */
  authors: Person[]
  /** Who can give the approval that it waits for; null when it waits for none. */
  turn: Person[] | null
  /** For which it can be withdrawn as it is now. */
  reasons: WithdrawalReason[]
  /** What goes live with the article. */
  carried: Carried[]
  /** The live articles that a change here would change, the first of them by title; none for an article itself. */
  usedIn: Uses
  events: Record<WorkflowEvent, { issues: WorkflowIssue[]; asks: readonly Ask[] }>
  /** What stops nothing, but an editor should know. */
  advice: ContentIssue[]
  /** Newest first. */
  history: (Omit<EventRow, 'id' | 'who' | 'kind' | 'document'> & { who: Person | null })[]
}

/** A question or a link that goes live with an article. */
export interface Carried extends PartVersion {
  title: string
  /** The other live articles whose readers get the change at that moment, too; none of what is new. */
  usedIn: Uses
}

interface Uses {
  total: number
  articles: { id: Id; title: string; path: string }[]
}

/** @throws Refused when there is no such document, or it is in the trash */
export async function overviewOf(
  kind: Kind,
  id: Id,
  actor: Actor,
  req: PayloadRequest,
): Promise<Overview> {
  // Before anything else is read: what changes meanwhile is noticed by the next call.
  const revision = await revisionOf(kind, id, req)
  const [row] = await findRows(kind, [id], req)
  const loaded = row && (await loadSubject(row, req))
  if (!row || !loaded || revision === null) throw new Refused(404, [{ code: 'notFound' }])
  const { subject, faqItems } = loaded
  const { docs } = await req.payload.db.find<EventRow>({
    collection: 'workflow-events',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    sort: '-id',
    pagination: false,
    limit: 0,
    req,
  })
  const authors = unapprovedAuthors(subject)
  const now = await readClock(req)
  const turn = awaitsApproval(subject)
    ? whoCanApprove(subject, await activeAccounts(req), now)
    : null
  const people = [...authors, ...(turn ?? []), ...docs.flatMap(({ who }) => who ?? [])]
  const nameOf = await namesOf(people, req)
  const stops = allowedEvents(subject, actor, now)
  const { timeZone } = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req })
  const { state, live, version, scheduledAt, assignee, forced, withdrawal, approval } = subject
  const broken = approval ? brokenParts(approval.seal, subject.page) : []
  return {
    state,
    live,
    version,
    scheduledAt,
    assignee,
    forced,
    withdrawal,
    timeZone,
    revision,
    path: ['live', 'notice'].includes(visibilityOf(row))
      ? ((await shownAt(req.payload, kind, [id], req)).get(id) ?? null)
      : null,
    scheduleFailure: row.scheduleFailure,
    seal: approval && { intact: broken.length === 0, broken },
    fourEyes: subject.fourEyes,
    authors: authors.map(nameOf),
    turn: turn && turn.map(nameOf),
    reasons: reasonsFor(subject),
    carried: await carriedOf(loaded, id, req),
    usedIn: await liveUses(kind, id, req),
    events: Object.fromEntries(
      WORKFLOW_EVENTS.map((event) => [event, { issues: stops[event], asks: ASKS_OF[event] }]),
    ) as Overview['events'],
    advice: [
      ...subject.contentIssues.filter(({ severity }) => severity === 'advise'),
      ...(await alikeAdvice(kind, faqItems, req)),
    ],
    history: docs.map(({ id: _, kind: __, document: ___, who, ...event }) => ({
      ...event,
      who: who == null ? null : nameOf(who),
    })),
  }
}

async function alikeAdvice(
  kind: Kind,
  items: FaqItem[],
  req: PayloadRequest,
): Promise<ContentIssue[]> {
  const alike = await findAlike(items, req)
  const field = kind === 'articles' ? 'body' : 'question'
  return items.flatMap((item) => alikeIssues(item, alike.get(item.id) ?? [], field))
}

const USED_AS = { 'faq-items': 'faqItems', 'read-also-links': 'readAlsoLinks' } as const

/** One answer may stand in thousands of articles. */
const MAX_NAMED = 20

async function carriedOf(
  { parts, subject }: Loaded,
  article: Id,
  req: PayloadRequest,
): Promise<Carried[]> {
  const carried: Carried[] = []
  for (const { kind, id, version } of subject.parts) {
    const title = parts.find((part) => part.kind === kind && part.id === id)?.title ?? ''
    carried.push({ kind, id, version, title, usedIn: await liveUses(kind, id, req, article) })
  }
  return carried
}

/** @param except an article that is not counted */
async function liveUses(kind: Kind, id: Id, req: PayloadRequest, except?: Id): Promise<Uses> {
  if (kind === 'articles') return { total: 0, articles: [] }
  const { docs, totalDocs } = await req.payload.find({
    collection: 'articles',
    where: { and: [LIVE, { [USED_AS[kind]]: { in: [id] } }, { id: { not_equals: except ?? 0 } }] },
    select: { title: true, path: true },
    sort: 'title',
    limit: MAX_NAMED,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return {
    total: totalDocs,
    articles: docs.map((article) => ({ ...article, path: article.path ?? '' })),
  }
}
