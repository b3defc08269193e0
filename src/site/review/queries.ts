// Reads what a review link shows: the one version for which it was made, with everything that publishing it now would show.
import type { Article } from '@/domain/articles/article'
import { linkStanding } from '@/domain/articles/review/reviewLink'
import { goesLiveWithArticle } from '@/domain/workflow/bundle'
import type { Id } from '@/domain/workflow/subject'
import type { ReviewLink, Workflow } from '@/payload-types'
import { isTokenOf, linkIdOf } from '@/reviewToken'
import { findWorkingArticleAmong } from '@/site/articles/queries'
import { readerClient, type ReaderClient } from '@/site/data/readerClient'

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
  const article = await findWorkingArticleAmong(link.document, await clientOfNextVersion())
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
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'review-links',
    where: { id: { equals: id } },
    limit: 1,
    tags: [],
  })
  return docs[0] && isTokenOf(docs[0], token) ? docs[0] : undefined
}

const isBundledKind = (collection: string): collection is 'faq-items' | 'read-also-links' =>
  collection === 'faq-items' || collection === 'read-also-links'

/** Finds what readers get; and of the parts that are new or changed and would go live with an article, what readers would get. */
async function clientOfNextVersion(): Promise<ReaderClient> {
  const [live, working] = [await readerClient(), await readerClient('working')]
  const find: ReaderClient['find'] = async (asked) => {
    const shown = await live.find(asked)
    const kind: string = asked.collection
    if (!isBundledKind(kind)) return shown
    const { docs: drafts } = await working.find(asked)
    const workflows = await findWorkflows(
      kind,
      drafts.map(({ id }) => Number(id)),
    )
    const bundle = workflows.filter(goesLiveWithArticle).map(({ document }) => document)
    const isNext = ({ id }: { id: number | string }) => bundle.includes(Number(id))
    const docs = [...shown.docs.filter((doc) => !isNext(doc)), ...drafts.filter(isNext)]
    return { ...shown, docs }
  }
  return { ...live, find }
}

async function findWorkflows(kind: Workflow['kind'], ids: Id[]): Promise<Workflow[]> {
  if (ids.length === 0) return []
  const { docs } = await (
    await readerClient('working')
  ).find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { in: ids } }] },
    tags: [],
  })
  return docs
}
