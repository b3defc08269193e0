// Categories and topics, and who writes: the shelves on which readers find articles.
import type { ArticleSummary, Author, Shelf } from '@/domain/article'
import { listArticles } from '@/site/articles/queries'
import { openDoor } from '@/site/payload'
import { author, shelf } from '@/site/rows'

const SHELVED_BY = { categories: 'category', topics: 'topics', authors: 'authors' } as const

/** How many articles a shelf shows. */
const SHELF_LENGTH = 100

/** How many titles each category has on the home page. */
const HOME_LENGTH = 5

export type ShelfKind = 'categories' | 'topics'

export async function findShelf(
  collection: ShelfKind,
  slug: string,
): Promise<{ shelf: Shelf; articles: ArticleSummary[] } | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({ collection, where: { slug: { equals: slug } }, limit: 1 })
  if (!docs[0]) return undefined
  const field = SHELVED_BY[collection]
  const articles = await listArticles({ [field]: { in: [docs[0].id] } }, SHELF_LENGTH)
  return { shelf: shelf(docs[0]), articles }
}

export async function findAuthor(
  slug: string,
): Promise<{ author: Author; articles: ArticleSummary[] } | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'authors',
    where: { slug: { equals: slug } },
    limit: 1,
  })
  if (!docs[0]) return undefined
  const articles = await listArticles({ authors: { in: [docs[0].id] } }, SHELF_LENGTH)
  return { author: author(docs[0]), articles }
}

/** Every category with its newest articles. */
export async function listCategories(): Promise<{ shelf: Shelf; articles: ArticleSummary[] }[]> {
  const door = await openDoor()
  const { docs } = await door.find({ collection: 'categories', sort: 'name', pagination: false })
  return Promise.all(
    docs.map(async (row) => ({
      shelf: shelf(row),
      articles: await listArticles({ category: { equals: row.id } }, HOME_LENGTH),
    })),
  )
}
