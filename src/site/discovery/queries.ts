// Reads the addresses of the site for programs: with dates for sitemaps, and the newest articles by category.
import type { ArticleTitle } from '@/domain/articles/article'
import { tagFor, wildcard } from '@/domain/cacheTags/cacheTags'
import type { LlmsSection } from '@/domain/discovery/llmsText'
import { SITEMAP_PART_LENGTH } from '@/domain/discovery/sitemap'
import { readerClient, sql } from '@/site/data/readerClient'
import { QUESTION_TAGS } from '@/site/questions/listQuestions'

/** One address; `modifiedAt` is the date that the page itself shows. */
export interface Address {
  path: string
  modifiedAt: string | null
}

const ENTRIES = [tagFor.list(), wildcard(tagFor.entry(0)), wildcard(tagFor.faqItem(0))]

/** Of live articles, those that search engines may list. */
const LISTED = sql`live_articles.index is not false`

/** How many articles may be listed. */
export async function countAddresses(): Promise<number> {
  const client = await readerClient()
  const statement = sql`select count(*)::int as count from live_articles where ${LISTED}`
  return (await client.rows<{ count: number }>(statement, ENTRIES))[0]?.count ?? 0
}

/**
 * The articles that may be listed, in the order in which they were made, so that a part stays as it is when others come.
 * @param part from 1
 */
export async function listAddresses(part: number): Promise<Address[]> {
  const client = await readerClient()
  // An article changes with the answers that it shows.
  return client.rows<Address>(
    sql`select articles.path, to_char(greatest(articles.modified_at, max(item.modified_at))
            at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "modifiedAt"
        from (select id, path, modified_at from live_articles where ${LISTED}
          order by id limit ${SITEMAP_PART_LENGTH} offset ${(part - 1) * SITEMAP_PART_LENGTH}) as articles
        left join articles_rels as shown on shown.parent_id = articles.id and shown.path = 'faqItems'
        left join live_faq_items as item on item.id = shown.faq_items_id
        group by articles.id, articles.path, articles.modified_at order by articles.id`,
    ENTRIES,
  )
}

/** Lists, the pages that editors write and answers that no article carries; what shows nothing is not for search engines. */
export async function listOtherAddresses(): Promise<string[]> {
  const client = await readerClient()
  const rows = await client.rows<{ path: string }>(
    sql`select path from (
          select 1 as place, '/category/' || slug as path from categories where exists (
            select from live_articles where category_id = categories.id and ${LISTED})
          union all select 2, '/topic/' || slug from topics where exists (
            select from articles_rels join live_articles on live_articles.id = articles_rels.parent_id
            where articles_rels.topics_id = topics.id and articles_rels.path = 'topics' and ${LISTED})
          union all select 3, '/author/' || slug from authors where exists (
            select from articles_rels join live_articles on live_articles.id = articles_rels.parent_id
            where articles_rels.authors_id = authors.id and articles_rels.path = 'authors' and ${LISTED})
            or exists (select from live_articles where reviewer_id = authors.id and ${LISTED})
          union all select 4, path from live_pages where index is not false
          union all select 5, '/questions/' || anchor from live_faq_items as item
            where not exists (
              select from faq_homes as home join live_articles on live_articles.id = home.article_id
              where home.item_id = item.id)
        ) as addresses order by place, path`,
    [
      ...ENTRIES,
      ...QUESTION_TAGS,
      tagFor.names('categories'),
      tagFor.names('topics'),
      tagFor.names('authors'),
      wildcard(tagFor.listOf('topic', 0)),
      wildcard(tagFor.listOf('reviewer', 0)),
      tagFor.names('pages'),
    ],
  )
  return rows.map(({ path }) => path)
}

const NEWEST = sql`published_at desc, created_at desc, id desc`

/**
 * The newest articles that may be listed, of each category that has any, by its name; those without a category come last.
 * @param limit of articles in one category
 */
export async function listNewestByCategory(limit: number): Promise<LlmsSection[]> {
  const client = await readerClient()
  const rows = await client.rows<ArticleTitle & { summary: string; category: string | null }>(
    sql`select newest.*, sections.name as category
        from (select id, name from categories union all select null, null) as sections
        cross join lateral (
          select id, path, title, summary, published_at, created_at from live_articles
          where category_id is not distinct from sections.id and ${LISTED}
          order by ${NEWEST} limit ${limit}) as newest
        order by sections.name nulls last, ${NEWEST}`,
    [
      ...ENTRIES,
      wildcard(tagFor.card(0)),
      tagFor.names('categories'),
      wildcard(tagFor.categoryName(0)),
    ],
  )
  return [...new Set(rows.map(({ category }) => category))].map((category) => ({
    category,
    articles: rows.filter((row) => row.category === category),
  }))
}
