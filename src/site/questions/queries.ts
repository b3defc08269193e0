// Finds one answer by its permanent address, and lists them all.
import type { FaqItem } from '@/domain/articles/article'
import { storedDay } from '@/domain/time/day'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { questionPath } from '@/domain/addresses/paths'
import { questionAddress } from '@/domain/articles/faq/questionAddress'
import { bodyReferences } from '@/domain/articles/links/references'
import { findHomePath, findLinkTargets } from '@/site/addresses/linkTargets'
import { withCurrentUrls } from '@/site/addresses/currentUrls'
import { readerClient, sql } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { toAuthor, idOf, toRichText } from '@/site/data/rows'
import { listQuestions, type AnsweredQuestion } from './listQuestions'

const PAGE_LENGTH = 50

/** Undefined past the end; the first page is always there. */
export async function findQuestions(
  number: number,
): Promise<{ questions: AnsweredQuestion[]; number: number; more: boolean } | undefined> {
  const offset = (number - 1) * PAGE_LENGTH
  const rows = await listQuestions({ limit: PAGE_LENGTH + 1, offset })
  if (rows.length === 0 && number > 1) return undefined
  return { questions: rows.slice(0, PAGE_LENGTH), number, more: rows.length > PAGE_LENGTH }
}

/** `movedTo` is the answer's address in the article that carries it; the answer itself where no article does. */
export async function findQuestion(
  anchor: string,
): Promise<
  | { movedTo: string }
  | { gone: true }
  | { item: FaqItem; linkedArticles: { id: number; path: string }[] }
  | undefined
> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'faq-items',
    where: { anchor: { equals: anchor } },
    limit: 1,
    tags: [tagFor.path(questionPath(anchor)), tagFor.names('faq-items')],
  })
  const row = docs[0]
  if (!row) return (await wasAnswered(anchor)) ? { gone: true } : undefined
  addTag(tagFor.faqItem(row.id))
  const home = await findHomePath(row.id)
  if (home) return { movedTo: questionAddress({ anchor, path: home }) }
  const [answer = toRichText('answer', null)] = await withCurrentUrls([
    toRichText('answer', row.answer),
  ])
  const reviewer = row.reviewer == null ? undefined : await findReviewer(idOf(row.reviewer))
  const item = {
    id: row.id,
    question: row.question,
    answer,
    anchor,
    home: null,
    reviewer,
    lastReviewed: row.lastReviewed ? storedDay(row.lastReviewed) : undefined,
  }
  return { item, linkedArticles: await findLinkTargets(bodyReferences(answer).articles) }
}

/** Whether readers got the answer before it was withdrawn. */
async function wasAnswered(anchor: string): Promise<boolean> {
  const client = await readerClient()
  const found = await client.rows(
    sql`select from faq_items where anchor = ${anchor} and published_at is not null`,
    [tagFor.path(questionPath(anchor)), tagFor.names('faq-items')],
  )
  return found.length > 0
}

async function findReviewer(id: number) {
  const client = await readerClient()
  const where = { id: { equals: id } }
  const { docs } = await client.find({
    collection: 'authors',
    where,
    limit: 1,
    tags: [tagFor.author(id)],
  })
  return docs[0] && toAuthor(docs[0])
}
