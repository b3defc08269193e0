// Lists of live articles, newest first: of the whole site, a category, a topic or an author.
import type { ArticleSummary, ArticleTitle, Image } from '@/domain/article'
import { fact } from '@/domain/facts'
import type { Article as ArticleRow, Category, Media } from '@/payload-types'
import { openDoor, rowsIn, type Door } from '@/site/payload'
import { byId, idOf, idsOf, image } from '@/site/rows'

/** Of a category, a topic, an author or a reviewer; of the whole site without any. */
export interface ArticleListOf {
  category?: number
  topic?: number
  author?: number
  reviewer?: number
}

/** From 1; at most `limit` articles, after those of the pages before. */
interface Part {
  limit: number
  page?: number
}

const KINDS = ['category', 'topic', 'author', 'reviewer'] as const
const FIELDS = {
  ...{ category: 'category', topic: 'topics', author: 'authors', reviewer: 'reviewer' },
} as const

/** Newest first. Ids alone, so that what is before the part is not read. */
export async function findIds(of: ArticleListOf, part: Part, door: Door): Promise<number[]> {
  const asked = KINDS.flatMap((kind) => (of[kind] === undefined ? [] : [{ kind, id: of[kind] }]))
  const { docs } = await door.find({
    collection: 'articles',
    where: { and: asked.map(({ kind, id }) => ({ [FIELDS[kind]]: { in: [id] } })) },
    sort: '-publishedAt',
    select: {},
    facts: asked.length > 0 ? asked.map(({ kind, id }) => fact.listOf(kind, id)) : [fact.list()],
    ...part,
  })
  return docs.map(({ id }) => id)
}

/** @param position in the list, from 1 */
export async function hasArticleAt(of: ArticleListOf, position: number): Promise<boolean> {
  const ids = await findIds(of, { limit: 1, page: position }, await openDoor())
  return ids.length > 0
}

/** Titles and addresses of live articles, newest first. */
export async function listTitles(of: ArticleListOf, part: Part): Promise<ArticleTitle[]> {
  const door = await openDoor()
  const docs = await rowsIn(door)<Link>('articles', await findIds(of, part, door), fact.link, LINK)
  return docs.map(({ id, path, title }) => ({ id, title, path: path ?? '' }))
}

type Link = Pick<ArticleRow, 'id' | 'title' | 'path'>
type Card = Link &
  Pick<ArticleRow, 'summary' | 'publishedAt' | 'authors' | 'category' | 'heroImage'>
type Named = Pick<Category, 'id' | 'name' | 'slug'>

// What is looked up of a row, and the fact that stands for it, name the same fields.
const LINK = { title: true, path: true } as const
const NAME = { name: true, slug: true } as const
const CARD = {
  ...LINK,
  summary: true,
  publishedAt: true,
  authors: true,
  category: true,
  heroImage: true,
} as const

/** Live articles for a list, newest first. */
export async function listArticles(
  of: ArticleListOf = {},
  part: Part = { limit: 20 },
): Promise<ArticleSummary[]> {
  const door = await openDoor()
  return findSummaries(await findIds(of, part, door), door)
}

/** What a list shows of one article; undefined when it is not live. */
export const findSummary = async (id: number): Promise<ArticleSummary | undefined> =>
  (await findSummaries([id], await openDoor()))[0]

async function findSummaries(ids: number[], door: Door): Promise<ArticleSummary[]> {
  const rows = rowsIn(door)
  const docs = await rows<Card>('articles', ids, fact.card, CARD)
  const [people, categories, media] = await Promise.all([
    rows<Named>('authors', idsOf(...docs.map((row) => row.authors)), fact.byline, NAME),
    rows<Named>('categories', idsOf(...docs.map((row) => row.category)), fact.categoryName, NAME),
    rows<Media>('media', idsOf(...docs.map((row) => row.heroImage)), fact.media),
  ])
  const [authors, shelves, images] = [byId(people), byId(categories), byId(media)]
  return docs.map((row) => ({
    id: row.id,
    path: row.path ?? '',
    title: row.title,
    summary: row.summary,
    publishedAt: row.publishedAt ?? '',
    authors: idsOf(row.authors).flatMap((id) => authors.get(id) ?? []),
    category: row.category == null ? undefined : shelves.get(idOf(row.category)),
    image: pictureOf(row, images),
  }))
}

function pictureOf({ heroImage }: Card, media: Map<number, Media>): Image | undefined {
  const row = heroImage == null ? undefined : media.get(idOf(heroImage))
  return row && image(row)
}
