// Reads categories, topics and authors: the terms on which readers find articles.
import type { ArticleSummary, ArticleTitle, Profile, Term } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { safeUrl } from '@/domain/text/links'
import {
  findAuthorRow,
  findPublicTerm,
  hasCheckedAnswers,
  TERMS,
  type TermKind,
} from '@/site/addresses/publicTerms'
import { listNewestTitles, listPart, listTitles } from '@/site/lists/queries'
import { findImages } from '@/site/media/queries'
import { readerClient } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { idOf, NAME, toAuthor, toTerm } from '@/site/data/rows'

/** One part of a term's articles, newest first. */
export interface ArticlesPage {
  articles: ArticleSummary[]
  /** From 1. */
  number: number
  /** Whether older ones follow. */
  more: boolean
}

/** How many articles a page of a term shows. */
const PAGE_LENGTH = 24

/** How many of the articles that a person has checked their page names. */
const REVIEWED_LENGTH = 12

/** How many titles each category has on the home page. */
const HOME_LENGTH = 5

export const findCategory = (slug: string): Promise<Term | undefined> =>
  findPublicTerm('categories', slug)

/** Undefined when there is no such term, or no such part of it. */
export async function findTerm(
  collection: TermKind,
  slug: string,
  number: number,
): Promise<(ArticlesPage & { term: Term }) | undefined> {
  const found = await findPublicTerm(collection, slug)
  if (!found) return undefined
  const of = { [TERMS[collection].of]: found.id }
  const { articles, more } = await listPart(of, number, PAGE_LENGTH)
  return articles.length > 0 ? { term: found, articles, number, more } : undefined
}

/** Undefined for an author without live articles, reviews and answers, and past the end of their articles. */
export async function findAuthor(
  slug: string,
  number: number,
): Promise<(ArticlesPage & { author: Profile; reviewed: ArticleTitle[] }) | undefined> {
  const row = await findAuthorRow(slug)
  if (!row) return undefined
  addTag(tagFor.author(row.id))
  const [{ articles, more }, reviewed] = await Promise.all([
    listPart({ author: row.id }, number, PAGE_LENGTH),
    listTitles({ reviewer: row.id }, { limit: REVIEWED_LENGTH }),
  ])
  const wroteOrChecked = articles.length > 0 || reviewed.length > 0
  const isThere = number === 1 ? wroteOrChecked || (await hasCheckedAnswers(row.id)) : articles[0]
  if (!isThere) return undefined
  // The same people whose photo may be seen (media/queries).
  const [photo] = wroteOrChecked && row.photo != null ? await findImages([idOf(row.photo)]) : []
  const profiles = (row.profiles ?? []).flatMap(({ url }) => safeUrl(url) ?? [])
  return { author: { ...toAuthor(row), photo, profiles }, reviewed, articles, number, more }
}

/** Every category with its newest articles. */
export async function listCategories(): Promise<{ term: Term; articles: ArticleTitle[] }[]> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'categories',
    sort: 'name',
    select: NAME,
    tags: [tagFor.names('categories')],
  })
  addTag(...docs.map(({ id }) => tagFor.categoryName(id)))
  const titles = await listNewestTitles(
    docs.map(({ id }) => id),
    HOME_LENGTH,
  )
  return docs.map((row) => ({ term: toTerm(row), articles: titles.get(row.id) ?? [] }))
}
