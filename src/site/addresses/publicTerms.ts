// Finds the categories, topics and people that have an address for readers: those of which something is live.
import type { Term } from '@/domain/articles/article'
import { tagFor, wildcard } from '@/domain/cacheTags/cacheTags'
import { authorPath, categoryPath, normalizeSlug, topicPath } from '@/domain/addresses/paths'
import { hasArticles } from '@/site/data/articleIds'
import { readerClient, sql } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { toTerm } from '@/site/data/rows'

export const TERMS = {
  categories: { path: categoryPath, whole: tagFor.category, of: 'category' },
  topics: { path: topicPath, whole: tagFor.topic, of: 'topic' },
} as const

export type TermKind = keyof typeof TERMS

/** Undefined for a term without live articles: its name would tell of one that is being prepared. */
export async function findPublicTerm(
  collection: TermKind,
  asked: string,
): Promise<Term | undefined> {
  // The router gives it with its letters or percent-encoded.
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

export async function findAuthorRow(asked: string) {
  const slug = normalizeSlug(asked)
  const client = await readerClient()
  const tags = [tagFor.path(authorPath(slug))]
  const where = { slug: { equals: slug } }
  const { docs } = await client.find({ collection: 'authors', where, limit: 1, tags })
  return docs[0]
}

/** Whether a live answer names this reviewer, and so links to the reviewer's page. */
export async function hasCheckedAnswers(reviewer: number): Promise<boolean> {
  const client = await readerClient()
  const found = await client.rows(
    sql`select from live_faq_items where reviewer_id = ${reviewer} limit 1`,
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
    return Boolean(await findPublicTerm(kind === 'category' ? 'categories' : 'topics', slug))
  const id = (await findAuthorRow(slug))?.id
  if (id === undefined) return false
  const wroteOrChecked =
    (await hasArticles({ author: id })) || (await hasArticles({ reviewer: id }))
  return wroteOrChecked || hasCheckedAnswers(id)
}
