// Finds the ids of live articles, newest first: of the whole site, a category, a topic, an author or a reviewer.
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { readerClient, sql, type ReaderClient, type SQL } from './readerClient'

/** Of a category, a topic, an author or a reviewer; of the whole site without any. */
export interface ArticleListOf {
  category?: number
  topic?: number
  author?: number
  reviewer?: number
}

/** At most `limit` articles, after the first `skip`. */
export interface ArticlesPart {
  limit: number
  skip?: number
}

const KINDS = ['category', 'topic', 'author', 'reviewer'] as const
type Kind = (typeof KINDS)[number]

/** Whether an article is in a list. Each is answered from an index alone, however long the list is. */
const CONDITIONS: Record<Kind, (id: number) => SQL> = {
  category: (id) => sql`category_id = ${id}`,
  topic: (id) =>
    sql`id in (select parent_id from articles_rels where path = 'topics' and topics_id = ${id})`,
  author: (id) =>
    sql`id in (select parent_id from articles_rels where path = 'authors' and authors_id = ${id})`,
  reviewer: (id) => sql`reviewer_id = ${id}`,
}

/** Newest first. Ids alone, so that what is before the part is not read. */
export async function findArticleIds(
  of: ArticleListOf,
  { limit, skip = 0 }: ArticlesPart,
  client: ReaderClient,
): Promise<number[]> {
  const asked = KINDS.flatMap((kind) => (of[kind] === undefined ? [] : [{ kind, id: of[kind] }]))
  const conditions = asked.map(({ kind, id }) => CONDITIONS[kind](id))
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const rows = await client.rows<{ id: number }>(
    sql`select id from live_articles ${where}
        order by published_at desc, created_at desc
        limit ${limit} offset ${skip}`,
    asked.length > 0 ? asked.map(({ kind, id }) => tagFor.listOf(kind, id)) : [tagFor.list()],
  )
  return rows.map(({ id }) => id)
}

/** Whether any live article is in the list. */
export const hasArticles = async (of: ArticleListOf): Promise<boolean> =>
  (await findArticleIds(of, { limit: 1 }, await readerClient())).length > 0
