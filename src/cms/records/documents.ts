// Finds the rows that an article, an FAQ item or a Read Also link brings onto a page, as publishing now would show them.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { execute } from '@/cms/database/sql'
import { readableText } from '@/domain/text/readableText'
import { bodyReferences } from '@/domain/articles/links/references'
import { goesLiveWithArticle } from '@/domain/workflow/bundle'
import { ALIKE } from '@/domain/workflow/checklist/faqIssues'
import { type Id, type Kind } from '@/domain/workflow/subject'
import type { Article, FaqItem, Media, ReadAlsoLink } from '@/payload-types'
import { findRows, type WorkflowRow } from './rows'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'

interface Documents {
  articles: Article
  'faq-items': FaqItem
  'read-also-links': ReadAlsoLink
}

type Reference = number | { id: number } | null | undefined
export function idOf(row: NonNullable<Reference>): Id
export function idOf(row: Reference): Id | null
export function idOf(row: Reference): Id | null {
  if (row === null || row === undefined) return null
  return typeof row === 'object' ? row.id : row
}

/** Rows in any order; the working version unless `draft` is false. Rows in the trash are left out. */
async function findDocuments<Slug extends Kind>(
  collection: Slug,
  ids: Id[],
  draft: boolean,
  req: PayloadRequest,
): Promise<Documents[Slug][]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    draft,
    depth: 0,
    ...WITHOUT_JOINS,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs as unknown as Documents[Slug][]
}

/** The working version; undefined when there is none or it is in the trash. */
export async function findWorking<Slug extends Kind>(
  collection: Slug,
  id: Id,
  req: PayloadRequest,
): Promise<Documents[Slug] | undefined> {
  return (await findDocuments(collection, [id], true, req))[0]
}

async function findTrashed(collection: Kind, ids: Id[], req: PayloadRequest): Promise<Id[]> {
  if (ids.length === 0) return []
  const where: Where = { and: [{ id: { in: ids } }, { deletedAt: { exists: true } }] }
  const { docs } = await req.payload.db.find<{ id: Id }>({
    collection,
    where,
    select: { id: true },
    pagination: false,
    limit: 0,
    req,
    ...WITHOUT_JOINS,
  })
  return docs.map(({ id }) => id)
}

/** What readers get of it where readers get it, and its working version where there is none, or where that goes live with the page. */
async function findShown<Slug extends Kind>(collection: Slug, ids: Id[], req: PayloadRequest) {
  const rows = await findRows(collection, ids, req)
  const carries = (row: WorkflowRow) => row.kind !== 'articles' && goesLiveWithArticle(row)
  const live = rows.filter((row) => row.live && !carries(row)).map(({ id }) => id)
  const [shown, working] = [
    await findDocuments(collection, live, false, req),
    await findDocuments(
      collection,
      ids.filter((id) => !live.includes(id)),
      true,
      req,
    ),
  ]
  return { rows, documents: [...shown, ...working], live }
}

/** A document with everything that its page shows beside its own fields. */
export interface Surroundings {
  faqItems: FaqItem[]
  readAlsoLinks: ReadAlsoLink[]
  images: Media[]
  /** The targets of links of any kind, in the version that readers get or will get. */
  targets: Article[]
  liveTargets: Id[]
  /** Those in the trash, which are not among the targets. */
  trashedTargets: Id[]
  /** New, or with a next version: they go live with the article. */
  bundle: WorkflowRow[]
}

/** By FAQ item: other questions that are nearly the same, the likest first; a few are enough to look at. */
export async function findAlike(
  items: FaqItem[],
  req: PayloadRequest,
): Promise<Map<Id, { id: Id; question: string }[]>> {
  if (items.length === 0) return new Map()
  const asked = JSON.stringify(items.map(({ id, question }) => ({ id, question })))
  const rows = await execute<{ item: Id; id: Id; question: string }>(
    req,
    sql`select asked.id as item, other.id, other.question
        from json_to_recordset(${asked}::json) as asked(id int, question text)
        cross join lateral questions_alike(asked.question, asked.id, ${ALIKE}) as other`,
  )
  return new Map(items.map(({ id }) => [id, rows.filter(({ item }) => item === id)]))
}

const linksOf = (answer: unknown): Id[] => bodyReferences(readableText('answer', answer)).articles

/** What is new or changed, and not in the trash. */
const bundleOf = ({ rows, documents }: { rows: WorkflowRow[]; documents: { id: Id }[] }) =>
  rows.filter((row) => goesLiveWithArticle(row) && documents.some(({ id }) => id === row.id))

/** @param parts the ids of what the document's body points at; an FAQ item or a link on its own is its own part */
export async function surroundingsOf(
  parts: { faqItems: Id[]; readAlsoLinks: Id[]; images: Id[]; articles: Id[] },
  req: PayloadRequest,
): Promise<Surroundings> {
  const items = await findShown('faq-items', parts.faqItems, req)
  const links = await findShown('read-also-links', parts.readAlsoLinks, req)
  const targetIds = [
    ...parts.articles,
    ...items.documents.flatMap(({ answer }) => linksOf(answer)),
    ...links.documents.flatMap(({ article }) => idOf(article) ?? []),
  ]
  const targets = await findShown('articles', [...new Set(targetIds)], req)
  const lost = targetIds.filter((id) => !targets.documents.some((target) => target.id === id))
  const images = parts.images.length
    ? await req.payload.find({
        collection: 'media',
        where: { id: { in: parts.images } },
        ...WITHOUT_JOINS,
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      })
    : { docs: [] }
  return {
    faqItems: items.documents,
    readAlsoLinks: links.documents,
    images: images.docs,
    targets: targets.documents,
    liveTargets: targets.live,
    trashedTargets: await findTrashed('articles', lost, req),
    bundle: [...bundleOf(items), ...bundleOf(links)],
  }
}
