// Categories and topics, and who writes: the shelves on which readers find articles.
import type { ArticleSummary, ArticleTitle, Profile, Shelf } from '@/domain/article'
import { fact } from '@/domain/facts'
import { safeUrl } from '@/domain/links'
import { authorPath, categoryPath, topicPath } from '@/domain/paths'
import { listNewestTitles, listPart, listTitles, type ArticleListOf } from '@/site/lists/queries'
import { findImages } from '@/site/media/queries'
import { openDoor } from '@/site/payload'
import { dependOn } from '@/site/reading'
import { author, idOf, shelf } from '@/site/rows'

/** One part of a shelf's articles, newest first. */
export interface ArticlesPage {
  articles: ArticleSummary[]
  /** From 1. */
  number: number
  /** Whether older ones follow. */
  more: boolean
}

/** How many articles a page of a shelf shows. */
const PAGE_LENGTH = 24

/** How many of the articles that a person has checked their page names. */
const REVIEWED_LENGTH = 12

/** How many titles each category has on the home page. */
const HOME_LENGTH = 5

const SHELVES = {
  categories: { path: categoryPath, whole: fact.category, of: 'category' },
  topics: { path: topicPath, whole: fact.topic, of: 'topic' },
} as const

export type ShelfKind = keyof typeof SHELVES

/** Undefined past the end of the list; the first page is always there. */
async function findPage(of: ArticleListOf, number: number): Promise<ArticlesPage | undefined> {
  const { articles, more } = await listPart(of, number, PAGE_LENGTH)
  return articles.length > 0 || number === 1 ? { articles, number, more } : undefined
}

async function findOwn(collection: ShelfKind, slug: string): Promise<Shelf | undefined> {
  const { path, whole } = SHELVES[collection]
  const door = await openDoor()
  const facts = [fact.path(path(slug))]
  const where = { slug: { equals: slug } }
  const { docs } = await door.find({ collection, where, limit: 1, facts })
  const row = docs[0]
  if (!row) return undefined
  dependOn(whole(row.id))
  return shelf(row)
}

export const findCategory = (slug: string): Promise<Shelf | undefined> =>
  findOwn('categories', slug)

/** Undefined when there is no such shelf, or no such part of it. */
export async function findShelf(
  collection: ShelfKind,
  slug: string,
  number: number,
): Promise<(ArticlesPage & { shelf: Shelf }) | undefined> {
  const found = await findOwn(collection, slug)
  const part = found && (await findPage({ [SHELVES[collection].of]: found.id }, number))
  return found && part && { shelf: found, ...part }
}

export async function findAuthor(
  slug: string,
  number: number,
): Promise<(ArticlesPage & { author: Profile; reviewed: ArticleTitle[] }) | undefined> {
  const door = await openDoor()
  const facts = [fact.path(authorPath(slug))]
  const where = { slug: { equals: slug } }
  const { docs } = await door.find({ collection: 'authors', where, limit: 1, facts })
  const row = docs[0]
  if (!row) return undefined
  dependOn(fact.author(row.id))
  const [found, reviewed] = await Promise.all([
    findPage({ author: row.id }, number),
    listTitles({ reviewer: row.id }, { limit: REVIEWED_LENGTH }),
  ])
  if (!found) return undefined
  // The same people whose photo may be seen (media/queries).
  const isPublic = found.articles.length > 0 || reviewed.length > 0
  const [photo] = isPublic && row.photo != null ? await findImages([idOf(row.photo)]) : []
  const profiles = (row.profiles ?? []).flatMap(({ url }) => safeUrl(url) ?? [])
  return { author: { ...author(row), photo, profiles }, reviewed, ...found }
}

/** Every category with its newest articles. */
export async function listCategories(): Promise<{ shelf: Shelf; articles: ArticleTitle[] }[]> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'categories',
    sort: 'name',
    select: { name: true, slug: true },
    facts: [fact.names('categories')],
  })
  dependOn(...docs.map(({ id }) => fact.categoryName(id)))
  const titles = await listNewestTitles(
    docs.map(({ id }) => id),
    HOME_LENGTH,
  )
  return docs.map((row) => ({ shelf: shelf(row), articles: titles.get(row.id) ?? [] }))
}
