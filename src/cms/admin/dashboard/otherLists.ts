// Makes the lists that are read from elsewhere than the rows of the workflow.
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, Where } from 'payload'
import { LIVE } from '@/cms/access/readers'
import { namesOf } from '@/cms/records/people'
import { executeOn } from '@/cms/database/sql'
import type { DocumentKey } from '@/cms/records/titles'
import { MAIL_TRIES } from '@/domain/workflow/notices'
import type { Instant } from '@/domain/time/instant'
import { entriesOf, MOST, shownList, type Entry, type ShownList } from './entries'
import { OTHER_LISTS, type Me } from './lists'

const RECENT = 10
const WEEK_MS = 7 * 86_400_000

interface Talk extends DocumentKey {
  open: number
  newest: Date | string
}

/** Of documents that the account has made or is assigned to, however many others there are. */
export async function openComments(
  payload: Payload,
  _now: Instant,
  { id }: Me,
): Promise<ShownList> {
  const rows = await executeOn<Talk>(
    payload.db as unknown as PostgresAdapter,
    {},
    sql`select w.kind, w.document::int as id, count(*)::int as open, max(c.created_at) as newest
      from comments c join workflows w on w.document = c.document
        and w.kind = c.kind::text::enum_workflows_kind
      where c.settled_at is null and c.answers is null and ${id} in (w.created_by, w.assignee)
      group by w.kind, w.document order by newest desc limit ${MOST + 1}`,
  )
  const documents = rows.slice(0, MOST).map(({ kind, id, newest, open }) => ({
    kind,
    id,
    at: new Date(newest).toISOString(),
    detail: open === 1 ? '1 comment' : `${open} comments`,
  }))
  const entries = await entriesOf(payload, documents)
  return shownList(OTHER_LISTS.comments, entries, rows.length > MOST)
}

export async function recentlyPublished(payload: Payload): Promise<ShownList> {
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where: { what: { in: ['publish', 'forcePublish'] } },
    sort: '-when',
    limit: RECENT,
    depth: 0,
  })
  const documents = docs.map(({ document: id, kind, when: at }) => ({ kind, id, at }))
  return shownList(OTHER_LISTS.published, await entriesOf(payload, documents))
}

export async function reviewDatesPassed(payload: Payload, now: Instant): Promise<ShownList> {
  const where: Where = { and: [LIVE, { nextReview: { less_than: now } }] }
  const query = { where, sort: 'nextReview', limit: MOST, depth: 0 } as const
  const [articles, items] = await Promise.all([
    payload.find({ collection: 'articles', ...query }),
    payload.find({ collection: 'faq-items', ...query }),
  ])
  const entries: Entry[] = [
    ...articles.docs.map(({ id, nextReview, title }) => ({
      kind: 'articles' as const,
      id,
      title,
      at: nextReview ?? now,
    })),
    ...items.docs.map(({ id, nextReview, question }) => ({
      kind: 'faq-items' as const,
      id,
      title: question,
      at: nextReview ?? now,
    })),
  ]
  return shownList(
    OTHER_LISTS.reviewDates,
    entries.sort((a, b) => a.at.localeCompare(b.at)),
    articles.hasNextPage || items.hasNextPage,
  )
}

export async function unresolvedLinks(payload: Payload): Promise<ShownList> {
  const { docs, hasNextPage } = await payload.find({
    collection: 'read-also-links',
    where: { kind: { equals: 'unresolved' } },
    draft: true,
    sort: '-updatedAt',
    limit: MOST,
    depth: 0,
  })
  const entries = docs.map(({ id, title, updatedAt: at }) => ({
    kind: 'read-also-links' as const,
    id,
    at,
    title: title || 'Without a title',
  }))
  return shownList(OTHER_LISTS.unresolved, entries, hasNextPage)
}

export async function failedMails(payload: Payload, now: Instant): Promise<ShownList> {
  const { docs, hasNextPage } = await payload.find({
    collection: 'notices',
    where: {
      and: [
        { mailedAt: { exists: false } },
        { mailTries: { greater_than_equal: MAIL_TRIES } },
        { mailFailure: { exists: true } },
        { createdAt: { greater_than: new Date(Date.parse(now) - WEEK_MS).toISOString() } },
      ],
    },
    sort: '-id',
    limit: MOST,
    depth: 0,
  })
  const nameOf = await namesOf(
    docs.map(({ who }) => who),
    { payload },
  )
  const documents = docs.map(({ document: id, kind, mailFailure, updatedAt: at, who }) => ({
    kind,
    id,
    at,
    detail: `To ${nameOf(who).name}: ${mailFailure}`,
  }))
  return shownList(OTHER_LISTS.mails, await entriesOf(payload, documents), hasNextPage)
}
