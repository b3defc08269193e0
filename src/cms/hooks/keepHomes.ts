// Keeps every FAQ item at exactly one home while articles come, change and go.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { LIVE } from '@/cms/access/readers'
import { chooseHome } from '@/domain/home'
import type { Article } from '@/payload-types'

const idOf = (row: number | { id: number }): number => (typeof row === 'object' ? row.id : row)

async function rehome(itemId: number, req: PayloadRequest): Promise<void> {
  const { payload } = req
  const candidates = await payload.find({
    collection: 'articles',
    where: { and: [LIVE, { faqItems: { in: [itemId] } }] },
    sort: 'publishedAt',
    select: {},
    depth: 0,
    pagination: false,
    req,
  })
  const where = { item: { equals: itemId } }
  const homes = await payload.find({ collection: 'faq-homes', where, depth: 0, limit: 1, req })
  const row = homes.docs[0]
  const current = row ? idOf(row.article) : null
  const home = chooseHome(
    current,
    candidates.docs.map(({ id }) => id),
  )
  if (home === current) return
  if (home === null) await payload.delete({ collection: 'faq-homes', where, req })
  else if (!row)
    await payload.create({ collection: 'faq-homes', data: { item: itemId, article: home }, req })
  else await payload.update({ collection: 'faq-homes', id: row.id, data: { article: home }, req })
}

const itemsAtHomeIn = async (articleId: number, req: PayloadRequest): Promise<number[]> => {
  const { docs } = await req.payload.find({
    collection: 'faq-homes',
    where: { article: { equals: articleId } },
    depth: 0,
    pagination: false,
    req,
  })
  return docs.map((row) => idOf(row.item))
}

/** After an article was withdrawn: what is marked up there moves on. */
export async function rehomeItemsOf(article: number, req: PayloadRequest): Promise<void> {
  for (const item of await itemsAtHomeIn(article, req)) await rehome(item, req)
}

/** After any save: what the article shows may find its home here, what it no longer shows moves on. */
export const keepHomes: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  const concerned = new Set([
    ...(doc.faqItems ?? []).map(idOf),
    ...(await itemsAtHomeIn(doc.id, req)),
  ])
  for (const item of concerned) await rehome(item, req)
  return doc
}

/** Before an article is deleted for ever its rows must go: they cannot point at nothing. */
export const leaveHomes: CollectionBeforeDeleteHook = async ({ id, req }) => {
  req.context.homeless = await itemsAtHomeIn(Number(id), req)
  await req.payload.delete({
    collection: 'faq-homes',
    where: { article: { equals: Number(id) } },
    req,
  })
}

/** After the deletion another live article takes over. */
export const findNewHomes: CollectionAfterDeleteHook = async ({ req }) => {
  for (const item of (req.context.homeless as number[] | undefined) ?? []) await rehome(item, req)
}
