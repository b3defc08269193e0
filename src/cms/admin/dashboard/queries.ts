// Reads what the dashboard shows. It reads past access: the workflow's rows are closed to everybody but the server.
import type { Payload, Where } from 'payload'
import { LIVE } from '@/cms/access/readers'
import type { Role } from '@/domain/roles'
import type { Instant } from '@/domain/workflow/schedule'
import type { Kind } from '@/domain/workflow/subject'
import { LISTS, type Me, type WorkflowRow } from './lists'

/** As many as anybody reads; what is beyond shows as "and more". */
const MOST = 100
const RECENT = 10

export interface Entry {
  kind: Kind
  id: number
  title: string
  /** The moment that matters in this list. */
  at: Instant
}

export interface ShownList {
  name: string
  heading: string
  empty: string
  warns: boolean
  entries: Entry[]
  hasMore: boolean
}

interface Document {
  kind: Kind
  id: number
}

const TITLES = {
  articles: 'title',
  'faq-items': 'question',
  'read-also-links': 'title',
} as const satisfies Record<Kind, string>

/** Titles of working versions by `kind/id`; what lies in the trash has none, and so drops out of every list. */
async function titlesOf(payload: Payload, documents: readonly Document[]) {
  const titles = new Map<string, string>()
  for (const kind of Object.keys(TITLES) as Kind[]) {
    const ids = documents.filter((document) => document.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    const { docs } = await payload.find({
      collection: kind,
      where: { id: { in: ids } },
      draft: true,
      depth: 0,
      pagination: false,
    })
    for (const doc of docs) {
      const title = 'question' in doc ? doc.question : 'title' in doc ? doc.title : null
      titles.set(`${kind}/${doc.id}`, title || 'Without a title')
    }
  }
  return titles
}

async function entriesOf(
  payload: Payload,
  documents: readonly (Document & { at: Instant })[],
): Promise<Entry[]> {
  const titles = await titlesOf(payload, documents)
  return documents.flatMap((document) => {
    const title = titles.get(`${document.kind}/${document.id}`)
    return title === undefined ? [] : [{ ...document, title }]
  })
}

async function expertArticles(payload: Payload): Promise<Set<number>> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { 'category.expertReview': { equals: true } },
    draft: true,
    depth: 0,
    select: {},
    pagination: false,
  })
  return new Set(docs.map(({ id }) => id))
}

async function workflowLists(payload: Payload, me: Me, now: Instant): Promise<ShownList[]> {
  const forExperts = me.role === 'reviewer' ? await expertArticles(payload) : null
  const isForMe = ({ document, kind }: WorkflowRow): boolean =>
    !forExperts || (kind === 'articles' && forExperts.has(document))
  const lists = LISTS.filter(({ roles }) => roles.includes(me.role)).map(async (list) => {
    const { docs, hasNextPage } = await payload.find({
      collection: 'workflows',
      where: list.where(me, now),
      sort: list.sort,
      limit: MOST,
      depth: 0,
    })
    const rows = docs
      .filter((row) => list.keeps(row, me, now))
      .filter((row) => list.name !== 'review' || isForMe(row))
    const documents = rows.map(({ document: id, kind, scheduledAt, updatedAt }) => ({
      kind,
      id,
      at: scheduledAt ?? updatedAt,
    }))
    const { empty, heading, name, warns } = list
    const entries = await entriesOf(payload, documents)
    return { name, heading, empty, warns, entries, hasMore: hasNextPage }
  })
  return Promise.all(lists)
}

async function recentlyPublished(payload: Payload): Promise<ShownList> {
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where: { what: { in: ['publish', 'forcePublish'] } },
    sort: '-when',
    limit: RECENT,
    depth: 0,
  })
  const documents = docs.map(({ document: id, kind, when: at }) => ({ kind, id, at }))
  return {
    name: 'published',
    heading: 'Recently published',
    empty: 'Nothing has been published yet.',
    warns: false,
    entries: await entriesOf(payload, documents),
    hasMore: false,
  }
}

async function reviewDatesPassed(payload: Payload, now: Instant): Promise<ShownList> {
  const where: Where = { and: [LIVE, { nextReview: { less_than: now } }] }
  const query = { where, sort: 'nextReview', limit: MOST, depth: 0 } as const
  const [articles, items] = await Promise.all([
    payload.find({ collection: 'articles', ...query }),
    payload.find({ collection: 'faq-items', ...query }),
  ])
  const entries: Entry[] = [
    ...articles.docs.map(({ id, nextReview, title }) => ({
      ...{ kind: 'articles' as const, id, title },
      at: nextReview ?? now,
    })),
    ...items.docs.map(({ id, nextReview, question }) => ({
      ...{ kind: 'faq-items' as const, id, title: question },
      at: nextReview ?? now,
    })),
  ]
  return {
    name: 'reviewDates',
    heading: 'Review dates passed',
    empty: 'No live text is past the date of its next review.',
    warns: true,
    entries: entries.sort((a, b) => a.at.localeCompare(b.at)),
    hasMore: articles.hasNextPage || items.hasNextPage,
  }
}

/** Every list that the account may see, in the order of the page, and the time zone of their dates. */
export async function readDashboard(
  payload: Payload,
  { id, role }: { id: number; role: Role },
): Promise<{ lists: ShownList[]; timeZone: string }> {
  const now = new Date().toISOString()
  const { fourEyes, timeZone } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  const me = { id, role, fourEyes: fourEyes !== false }
  const lists = await Promise.all([
    workflowLists(payload, me, now),
    recentlyPublished(payload),
    reviewDatesPassed(payload, now),
  ])
  return { lists: lists.flat(), timeZone: timeZone || 'UTC' }
}
