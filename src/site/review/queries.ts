// What a review link shows: the one version for which it was made, with everything that publishing it now would show.
import type { CollectionSlug } from 'payload'
import type { Article } from '@/domain/article'
import { linkStanding } from '@/domain/reviewLink'
import { goesLiveWithArticle } from '@/domain/workflow/carried'
import type { Id } from '@/domain/workflow/subject'
import type { ReviewLink, Workflow } from '@/payload-types'
import { isTokenOf, linkIdOf } from '@/reviewToken'
import { complete, rowsIn, type FindRows } from '@/site/articles/queries'
import { openDoor } from '@/site/payload'

export interface Reviewed {
  linkId: number
  version: number
  expiresAt: string
  article: Article
}

/** Undefined unless the link is open now, whatever is wrong with it. */
export async function findReviewed(token: string): Promise<Reviewed | undefined> {
  const link = await findLink(token)
  if (!link) return undefined
  // The article before its version: a save in between is noticed, for versions only grow.
  const article = await findNext(link.document)
  const [workflow] = await findWorkflows(link.kind, [link.document])
  const standing = linkStanding(link, workflow?.version, new Date().toISOString())
  if (!article || standing !== 'open') return undefined
  return { linkId: link.id, version: link.version, expiresAt: link.expiresAt, article }
}

/** Whether the address of an image names a review link that is open and shows it. */
export async function isReviewedImage(url: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(url)
  const token = searchParams.get('review')
  const reviewed = token ? await findReviewed(token) : undefined
  const files = reviewed?.article.images.flatMap(({ url: own, sizes = [] }) => [
    own,
    ...sizes.map((size) => size.url),
  ])
  return files?.includes(pathname) ?? false
}

async function findLink(token: string): Promise<ReviewLink | undefined> {
  const id = linkIdOf(token)
  if (id === undefined) return undefined
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'review-links',
    where: { id: { equals: id } },
    limit: 1,
  })
  return docs[0] && isTokenOf(docs[0], token) ? docs[0] : undefined
}

async function findNext(id: Id): Promise<Article | undefined> {
  const where = { id: { equals: id } }
  const { docs } = await (
    await openDoor('working')
  ).find({ collection: 'articles', where, limit: 1 })
  return docs[0] && complete(docs[0], await openDoor(), findNextRows)
}

/** What readers get; and of the parts that would go live with the article, what readers would get. */
const findNextRows: FindRows = async <Row>(collection: CollectionSlug, ids: number[]) => {
  const live = await rowsIn(await openDoor())<Row & { id: number }>(collection, ids)
  if (collection !== 'faq-items' && collection !== 'read-also-links') return live
  const missing = ids.filter((id) => !live.some((row) => row.id === id))
  const workflows = await findWorkflows(collection, missing)
  const carried = workflows.filter(goesLiveWithArticle)
  const working = rowsIn(await openDoor('working'))
  return [
    ...live,
    ...(await working<Row>(
      collection,
      carried.map(({ document }) => document),
    )),
  ]
}

async function findWorkflows(kind: Workflow['kind'], ids: Id[]): Promise<Workflow[]> {
  if (ids.length === 0) return []
  const { docs } = await (
    await openDoor('working')
  ).find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { in: ids } }] },
    pagination: false,
  })
  return docs
}
