// Lists live articles, newest first: of the whole site, a category, a topic or an author.
import type { ArticleSummary, ArticleTitle, Image } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import type { Article as ArticleRow, Media } from '@/payload-types'
import { findArticleIds, type ArticleListOf, type ArticlesPart } from '@/site/data/articleIds'
import { readerClient, rowFinder, sql, type ReaderClient } from '@/site/data/readerClient'
import {
  byId,
  idOf,
  idsOf,
  toImage,
  LINK,
  NAME,
  type LinkRow,
  type NameRow,
} from '@/site/data/rows'

/** Titles and addresses of live articles, newest first. */
export async function listTitles(of: ArticleListOf, part: ArticlesPart): Promise<ArticleTitle[]> {
  const client = await readerClient()
  return findTitles(await findArticleIds(of, part, client), client)
}

/** Titles and addresses of the newest live articles of each of these categories, newest first. */
export async function listNewestTitles(
  categories: readonly number[],
  limit: number,
): Promise<Map<number, ArticleTitle[]>> {
  const client = await readerClient()
  const found = await client.rows<{ category: number; id: number }>(
    sql`select categories.id as category, newest.id from categories cross join lateral (
          select id, published_at, created_at from live_articles
          where category_id = categories.id
          order by published_at desc, created_at desc limit ${limit}) as newest
        order by categories.id, newest.published_at desc, newest.created_at desc`,
    categories.map((id) => tagFor.listOf('category', id)),
  )
  const titles = byId(
    await findTitles(
      found.map(({ id }) => id),
      client,
    ),
  )
  const titlesOf = (category: number) =>
    found.flatMap((row) => (row.category === category ? (titles.get(row.id) ?? []) : []))
  return new Map(categories.map((category) => [category, titlesOf(category)]))
}

async function findTitles(ids: number[], client: ReaderClient): Promise<ArticleTitle[]> {
  const docs = await rowFinder(client)<LinkRow>('articles', ids, tagFor.link, LINK)
  return docs.map(({ id, path, title }) => ({ id, title, path: path ?? '' }))
}

type Card = LinkRow &
  Pick<ArticleRow, 'summary' | 'publishedAt' | 'authors' | 'category' | 'heroImage'>

/** See `tagFor.card`. */
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
  part: ArticlesPart = { limit: 20 },
): Promise<ArticleSummary[]> {
  const client = await readerClient()
  return findSummaries(await findArticleIds(of, part, client), client)
}

/** @param number of the part, from 1. @returns whether others follow */
export async function listPart(
  of: ArticleListOf,
  number: number,
  length: number,
): Promise<{ articles: ArticleSummary[]; more: boolean }> {
  const client = await readerClient()
  const ids = await findArticleIds(of, { limit: length + 1, skip: (number - 1) * length }, client)
  const articles = await findSummaries(ids.slice(0, length), client)
  return { articles, more: ids.length > length }
}

/** What a list shows of one article; undefined when it is not live. */
export const findSummary = async (id: number): Promise<ArticleSummary | undefined> =>
  (await findSummaries([id], await readerClient()))[0]

async function findSummaries(ids: number[], client: ReaderClient): Promise<ArticleSummary[]> {
  const rows = rowFinder(client)
  const docs = await rows<Card>('articles', ids, tagFor.card, CARD)
  const [people, categories, media] = await Promise.all([
    rows<NameRow>('authors', idsOf(...docs.map((row) => row.authors)), tagFor.byline, NAME),
    rows<NameRow>(
      'categories',
      idsOf(...docs.map((row) => row.category)),
      tagFor.categoryName,
      NAME,
    ),
    rows<Media>('media', idsOf(...docs.map((row) => row.heroImage)), tagFor.media),
  ])
  const [authors, terms, images] = [byId(people), byId(categories), byId(media)]
  return docs.map((row) => ({
    id: row.id,
    path: row.path ?? '',
    title: row.title,
    summary: row.summary,
    publishedAt: row.publishedAt ?? '',
    authors: idsOf(row.authors).flatMap((id) => authors.get(id) ?? []),
    category: row.category == null ? undefined : terms.get(idOf(row.category)),
    image: pictureOf(row, images),
  }))
}

function pictureOf({ heroImage }: Card, media: Map<number, Media>): Image | undefined {
  const row = heroImage == null ? undefined : media.get(idOf(heroImage))
  return row && toImage(row)
}
