// Reads categories, topics and authors: the terms on which readers find articles.
import type { ArticleSummary, ArticleTitle, Profile, Term } from '@/domain/articles/article'
import { tagFor, wildcard } from '@/domain/cacheTags/cacheTags'
import { safeUrl } from '@/domain/text/links'
import { authorPath, categoryPath, normalizeSlug, topicPath } from '@/domain/addresses/paths'
import type { Author as AuthorRow } from '@/payload-types'
import { hasArticles, listNewestTitles, listPart, listTitles } from '@/site/lists/queries'
import { findImages } from '@/site/media/queries'
import { readerClient, sql } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { author, idOf, toTerm } from '@/site/data/rows'

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

const TERMS = {
  categories: { path: categoryPath, whole: tagFor.category, of: 'category' },
  topics: { path: topicPath, whole: tagFor.topic, of: 'topic' },
} as const

export type TermKind = keyof typeof TERMS

/** Undefined while nothing live is on it: what is being prepared is not told. */
async function findOwn(collection: TermKind, asked: string): Promise<Term | undefined> {
  // With its letters or encoded, as the router hands it on.
  const slug = normalizeSlug(asked)
  const { path, whole, of } = TERMS[collection]
  const client = await readerClient()
  const tags = [tagFor.path(path(slug))]
  const where = { slug: { equals: slug } }
  const { docs } = await client.find({ collection, where, limit: 1, tags })
  const row = docs[0]
  if (!row || !(await hasArticles({ [of]: row.id }))) return undefined
  addTag(whole(row.id))
  return toTerm(row)
}

export const findCategory = (slug: string): Promise<Term | undefined> => findOwn('categories', slug)

/** Undefined when there is no such term, or no such part of it. */
export async function findTerm(
  collection: TermKind,
  slug: string,
  number: number,
): Promise<(ArticlesPage & { term: Term }) | undefined> {
  const found = await findOwn(collection, slug)
  if (!found) return undefined
  const of = { [TERMS[collection].of]: found.id }
  const { articles, more } = await listPart(of, number, PAGE_LENGTH)
  return articles.length > 0 ? { term: found, articles, number, more } : undefined
}

async function findAuthorRow(asked: string): Promise<AuthorRow | undefined> {
  const slug = normalizeSlug(asked)
  const client = await readerClient()
  const tags = [tagFor.path(authorPath(slug))]
  const where = { slug: { equals: slug } }
  const { docs } = await client.find({ collection: 'authors', where, limit: 1, tags })
  return docs[0]
}

/** Undefined while they wrote and checked nothing that is live, and past the end of their articles. */
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
  return { author: { ...author(row), photo, profiles }, reviewed, articles, number, more }
}

/** Whether a live answer names them as its reviewer, and so links to their page. */
async function hasCheckedAnswers(reviewer: number): Promise<boolean> {
  const client = await readerClient()
  const found = await client.rows(
    sql`select from faq_items
        where reviewer_id = ${reviewer} and _status = 'published' and deleted_at is null limit 1`,
    [tagFor.names('faq-items'), wildcard(tagFor.faqItem(0))],
  )
  return found.length > 0
}

const TERM = /^\/(category|topic|author)\/([^/]+)$/

/** Whether a category, a topic or a person has the address for readers; undefined for any other address. */
export async function isPublicTerm(path: string): Promise<boolean | undefined> {
  const [, kind, slug = ''] = TERM.exec(path) ?? []
  if (!kind) return undefined
  if (kind !== 'author')
    return Boolean(await findOwn(kind === 'category' ? 'categories' : 'topics', slug))
  const id = (await findAuthorRow(slug))?.id
  if (id === undefined) return false
  const wroteOrChecked =
    (await hasArticles({ author: id })) || (await hasArticles({ reviewer: id }))
  return wroteOrChecked || hasCheckedAnswers(id)
}

/** Every category with its newest articles. */
export async function listCategories(): Promise<{ term: Term; articles: ArticleTitle[] }[]> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'categories',
    sort: 'name',
    select: { name: true, slug: true },
    tags: [tagFor.names('categories')],
  })
  addTag(...docs.map(({ id }) => tagFor.categoryName(id)))
  const titles = await listNewestTitles(
    docs.map(({ id }) => id),
    HOME_LENGTH,
  )
  return docs.map((row) => ({ term: toTerm(row), articles: titles.get(row.id) ?? [] }))
}
