// Lists every answered question with its answer, and the article that carries it.
import { tagFor, wildcard } from '@/domain/cacheTags/cacheTags'
import type { RichText } from '@/domain/text/richText'
import { withCurrentUrls } from '@/site/addresses/currentUrls'
import { readerClient, sql } from '@/site/data/readerClient'
import { toRichText } from '@/site/data/rows'

/** A question with the place where it is answered. */
export interface AnsweredQuestion {
  id: number
  question: string
  answer: RichText
  anchor: string
  /** The article that carries it. */
  path: string | null
  title: string | null
  category: string | null
  /** Whether that article is closed to engines. */
  closed: boolean
}

/** Which questions there are and what is shown of them, the article that carries each, and its category. */
export const QUESTION_TAGS = [
  tagFor.names('faq-items'),
  wildcard(tagFor.faqItem(0)),
  wildcard(tagFor.home(0)),
  wildcard(tagFor.link(0)),
  wildcard(tagFor.card(0)),
  wildcard(tagFor.categoryName(0)),
]

/** By category and question; those that no article carries come last. */
export async function listQuestions(page: {
  limit: number
  offset: number
}): Promise<AnsweredQuestion[]> {
  const client = await readerClient()
  const rows = await client.rows<AnsweredQuestion>(
    sql`select item.id, item.question, item.answer, item.anchor,
          article.path, article.title, category.name as category, article.index is false as closed
        from (select * from listed_questions order by category nulls last, question, item_id
          limit ${page.limit} offset ${page.offset}) as listed
        join faq_items as item on item.id = listed.item_id
        left join faq_homes as home on home.item_id = item.id
        left join live_articles as article on article.id = home.article_id
        left join categories as category on category.id = article.category_id
        order by listed.category nulls last, listed.question, listed.item_id`,
    QUESTION_TAGS,
  )
  const answers = await withCurrentUrls(rows.map(({ answer }) => toRichText('answer', answer)))
  return rows.map((row, at) => ({ ...row, answer: answers[at] ?? row.answer }))
}
