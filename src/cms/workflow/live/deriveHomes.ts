// Gives every FAQ item exactly one home while articles come, change and go.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
  Where,
} from 'payload'
import { LIVE } from '@/cms/access/readers'
import { idOf } from '@/cms/records/documents'
import { chooseHome } from '@/domain/articles/faq/home'
import type { Article } from '@/payload-types'

/** The earliest published of the live articles that show the item; only of this one where it is named. */
async function showing(
  item: number,
  req: PayloadRequest,
  article?: number,
): Promise<number | undefined> {
  const named: Where[] = article === undefined ? [] : [{ id: { equals: article } }]
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { and: [LIVE, { faqItems: { in: [item] } }, ...named] },
    sort: 'publishedAt',
    select: {},
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.id
}

/** An item may stand in thousands of articles: no more of them are looked at than the choice needs. */
async function candidatesFor(
  item: number,
  current: number | null,
  req: PayloadRequest,
): Promise<number[]> {
  const still = current === null ? undefined : await showing(item, req, current)
  const found = still ?? (await showing(item, req))
  return found === undefined ? [] : [found]
}

async function rehome(itemId: number, req: PayloadRequest): Promise<void> {
  const { payload } = req
  const where = { item: { equals: itemId } }
  const homes = await payload.find({ collection: 'faq-homes', where, depth: 0, limit: 1, req })
  const row = homes.docs[0]
  const current = row ? idOf(row.article) : null
  const home = chooseHome(current, await candidatesFor(itemId, current, req))
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
export const deriveHomes: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  const concerned = new Set([
    ...(doc.faqItems ?? []).map((item) => idOf(item)),
    ...(await itemsAtHomeIn(doc.id, req)),
  ])
  for (const item of concerned) await rehome(item, req)
  return doc
}

/** Before an article is deleted for ever its rows must go: they cannot point at nothing. */
export const leaveHomes: CollectionBeforeDeleteHook = async ({ id, req }) => {
  req.context.homelessItems = await itemsAtHomeIn(Number(id), req)
  await req.payload.delete({
    collection: 'faq-homes',
    where: { article: { equals: Number(id) } },
    req,
  })
}

/** After the deletion another live article takes over. */
export const findNewHomes: CollectionAfterDeleteHook = async ({ req }) => {
  for (const item of req.context.homelessItems ?? []) await rehome(item, req)
}
